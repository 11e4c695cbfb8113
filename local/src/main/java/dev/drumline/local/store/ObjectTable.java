// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All objects of one kind with their recent history; guarded by the store's lock. */
final class ObjectTable {

    /** Watches resume over this many changes; older versions are answered with 410. */
    static final int HISTORY = 5_000;

    private final NavigableMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final Deque<WatchEvent> history = new ArrayDeque<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final List<Consumer<WatchEvent>> listeners = new ArrayList<>();
    private final Consumer<WatchEvent> everyChange;
    private long forgottenVersion;

    ObjectTable(long firstVersion, Consumer<WatchEvent> everyChange) {
        this.forgottenVersion = firstVersion;
        this.everyChange = everyChange;
    }

    ObjectNode get(ObjectKey key) {
        return objects.get(key);
    }

    Collection<ObjectNode> in(String namespace) {
        if (namespace.isEmpty()) {
            return objects.values();
        }
        return objects.subMap(new ObjectKey(namespace, ""), new ObjectKey(namespace + "\0", ""))
                .values();
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    void put(ObjectNode object) {
        ObjectNode previous = objects.put(ObjectKey.of(object), object);
        record(new WatchEvent(previous == null ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED, object, previous));
    }

    void remove(ObjectNode lastState) {
        ObjectNode previous = objects.remove(ObjectKey.of(lastState));
        record(new WatchEvent(WatchEvent.Type.DELETED, lastState, previous));
    }

    void listen(Consumer<WatchEvent> listener) {
        listeners.add(listener);
    }

    Watch watch(String namespace, long fromResourceVersion) {
        Watch watch = new Watch(namespace, List.of(), watches::remove);
        if (fromResourceVersion == 0) {
            objects.values().forEach(o -> watch.offer(new WatchEvent(WatchEvent.Type.ADDED, o, null)));
        } else if (fromResourceVersion < forgottenVersion) {
            throw ApiException.expired(fromResourceVersion, forgottenVersion);
        } else {
            history.stream()
                    .filter(e -> e.resourceVersion() > fromResourceVersion)
                    .forEach(watch::offer);
        }
        watches.add(watch);
        return watch;
    }

    private void record(WatchEvent event) {
        history.addLast(event);
        if (history.size() > HISTORY) {
            forgottenVersion = history.removeFirst().resourceVersion();
        }
        listeners.forEach(l -> l.accept(event));
        everyChange.accept(event);
        watches.forEach(w -> w.offer(event));
    }
}
