// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Every object of the village. One lock and one rising resource version order all changes; nothing is kept on disk.
 *
 * <p>What it returns are copies, except in watch events. A namespace of {@code ""} means all of them in lists and
 * watches, and is the namespace of cluster-scoped objects elsewhere.
 */
public final class ObjectStore {

    private final ResourceTypes types;
    private final InstantSource clock;
    private final Admission admission;
    private final Map<String, ObjectTable> tables = new HashMap<>();
    private final List<BiConsumer<ResourceType, WatchEvent>> listeners = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final long firstVersion;
    private long resourceVersion;

    public ObjectStore(ResourceTypes types, InstantSource clock, Admission admission) {
        this.types = types;
        this.clock = clock;
        this.admission = admission;
        // A client of a former village must see that its versions are of the past, so versions go on with the time.
        this.firstVersion = clock.millis();
        this.resourceVersion = firstVersion;
    }

    public ResourceTypes types() {
        return types;
    }

    /** The version of the latest change of any object. */
    public long resourceVersion() {
        return locked(() -> resourceVersion);
    }

    public Optional<ObjectNode> find(ResourceType type, String namespace, String name) {
        return locked(() -> Optional.ofNullable(table(type).get(new ObjectKey(namespace, name)))
                .map(ObjectNode::deepCopy));
    }

    /** @throws ApiException {@link Reason#NOT_FOUND} */
    public ObjectNode get(ResourceType type, String namespace, String name) {
        return find(type, namespace, name).orElseThrow(() -> ApiException.notFound(type, name));
    }

    public ObjectList list(ResourceType type, String namespace) {
        return list(type, namespace, object -> true);
    }

    public ObjectList list(ResourceType type, String namespace, Predicate<? super ObjectNode> selector) {
        return locked(() -> {
            List<ObjectNode> items = new ArrayList<>();
            for (ObjectNode object : table(type).in(namespace)) {
                if (selector.test(object)) {
                    items.add(object.deepCopy());
                }
            }
            return new ObjectList(items, resourceVersion);
        });
    }

    public ObjectNode create(ResourceType type, ObjectNode object) {
        return create(type, object, Commit.WRITE);
    }

    /**
     * Stores a new object. {@code metadata.namespace} must be set for a namespaced kind; {@code generateName} is
     * honoured. A custom resource starts without its status.
     *
     * @throws ApiException {@link Reason#ALREADY_EXISTS}, {@link Reason#NOT_FOUND} for the namespace,
     *     {@link Reason#FORBIDDEN} while the namespace is being deleted, {@link Reason#INVALID}
     */
    public ObjectNode create(ResourceType type, ObjectNode object, Commit commit) {
        return locked(() -> {
            ObjectNode created = object.deepCopy();
            created.put("apiVersion", type.apiVersion()).put("kind", type.kind());
            requireNamespace(type, created);
            if (type.has("status") && !BuiltIn.ALL.contains(type)) {
                created.remove("status");
            }
            Lifecycle.begin(type, created, clock.instant());
            ObjectKey key = ObjectKey.of(created);
            if (table(type).get(key) != null) {
                throw ApiException.alreadyExists(type, key.name());
            }
            created = admission.admit(type, null, created, Part.MAIN);
            return commit == Commit.DRY_RUN ? created : stored(type, created);
        });
    }

    public ObjectNode update(ResourceType type, ObjectNode object) {
        return change(type, ObjectKey.of(object), Part.MAIN, Commit.WRITE, current -> object.deepCopy());
    }

    public ObjectNode updateStatus(ResourceType type, ObjectNode object) {
        return change(type, ObjectKey.of(object), Part.STATUS, Commit.WRITE, current -> object.deepCopy());
    }

    /**
     * Reads, changes and stores one object with nobody in between. If the edit leaves a {@code resourceVersion} in the
     * object, it must be the stored one. An edit that changes nothing is no change. An object that is being deleted
     * goes with its last finalizer.
     *
     * @param edit gets a copy and may change it in place; runs under the store's lock, so it must not block
     * @throws ApiException {@link Reason#NOT_FOUND}, {@link Reason#CONFLICT}, {@link Reason#INVALID}
     */
    public ObjectNode change(
            ResourceType type, ObjectKey key, Part part, Commit commit, UnaryOperator<ObjectNode> edit) {
        return locked(() -> {
            ObjectNode current = table(type).get(key);
            if (current == null) {
                throw ApiException.notFound(type, key.name());
            }
            ObjectNode proposed = Halves.merge(type, current, edit.apply(current.deepCopy()), part);
            proposed = admission.admit(type, current, proposed, part);
            if (proposed.equals(current)) {
                return current.deepCopy();
            }
            if (commit == Commit.DRY_RUN) {
                return proposed;
            }
            return Lifecycle.mayGo(type, proposed) ? removed(type, proposed) : stored(type, proposed);
        });
    }

    /** As {@link #change} with a real write, for an edit in place. */
    public ObjectNode edit(ResourceType type, ObjectKey key, Part part, Consumer<ObjectNode> edit) {
        return change(type, key, part, Commit.WRITE, object -> {
            edit.accept(object);
            return object;
        });
    }

    public ObjectNode delete(ResourceType type, String namespace, String name) {
        return delete(type, new ObjectKey(namespace, name), DeleteOptions.DEFAULT);
    }

    /**
     * Deletes the object, or marks it with {@code deletionTimestamp} when a finalizer or a pod's running process holds
     * it. A pod on a node goes when the kubelet deletes it with a grace period of 0.
     *
     * @return the last state
     */
    public ObjectNode delete(ResourceType type, ObjectKey key, DeleteOptions options) {
        return locked(() -> {
            ObjectNode current = table(type).get(key);
            if (current == null) {
                throw ApiException.notFound(type, key.name());
            }
            Halves.requirePreconditions(type, current, options);
            ObjectNode going = current.deepCopy();
            Lifecycle.beginDeletion(type, going, options, clock.instant());
            if (options.commit() == Commit.DRY_RUN || going.equals(current)) {
                return going;
            }
            return Lifecycle.mayGo(type, going) ? removed(type, going) : stored(type, going);
        });
    }

    /**
     * Changes after a version, as {@link #list} returned it; 0 starts with an ADDED for each object there is.
     *
     * @throws ApiException {@link Reason#EXPIRED} when the version is older than the kept history
     */
    public Watch watch(ResourceType type, String namespace, long fromResourceVersion) {
        return locked(() -> table(type).watch(namespace, fromResourceVersion));
    }

    /** Calls the listener inside each later change of the kind; it must be quick and must not block. */
    public void listen(ResourceType type, Consumer<WatchEvent> listener) {
        locked(() -> {
            table(type).listen(listener);
            return null;
        });
    }

    /** As {@link #listen}, for every kind there is or will be. */
    public void listenToAll(BiConsumer<ResourceType, WatchEvent> listener) {
        locked(() -> listeners.add(listener));
    }

    private void requireNamespace(ResourceType type, ObjectNode object) {
        if (!type.namespaced()) {
            Metadata.of(object).remove("namespace");
            return;
        }
        String namespace = Metadata.namespace(object);
        ObjectNode home = table(BuiltIn.NAMESPACES).get(new ObjectKey("", namespace));
        if (home == null) {
            throw ApiException.notFound(BuiltIn.NAMESPACES, namespace);
        }
        if (Metadata.isDeleting(home)) {
            throw new ApiException(
                    Reason.FORBIDDEN,
                    "%s \"%s\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                            .formatted(type.qualifiedPlural(), Metadata.name(object), namespace));
        }
    }

    private ObjectNode stored(ResourceType type, ObjectNode object) {
        Metadata.of(object).put("resourceVersion", Long.toString(++resourceVersion));
        table(type).put(object);
        return object.deepCopy();
    }

    private ObjectNode removed(ResourceType type, ObjectNode object) {
        Metadata.of(object).put("resourceVersion", Long.toString(++resourceVersion));
        table(type).remove(object);
        return object.deepCopy();
    }

    private void tell(ResourceType type, WatchEvent event) {
        listeners.forEach(listener -> listener.accept(type, event));
    }

    private ObjectTable table(ResourceType type) {
        return tables.computeIfAbsent(
                type.qualifiedPlural(), t -> new ObjectTable(firstVersion, event -> tell(type, event)));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
