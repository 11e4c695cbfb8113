// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The templates of many entries, which share what is the same for all entries of one task and delivery as long as one of
 * them lives. For one thread.
 */
public final class MessageTemplates {

    private final String origin;
    private final Map<Key, SharedShape> shapes = new HashMap<>();
    private final ReferenceQueue<MessageShape> unused = new ReferenceQueue<>();

    private record Key(String task, Delivery delivery) {}

    private static final class SharedShape extends WeakReference<MessageShape> {
        private final Key key;

        SharedShape(Key key, MessageShape shape, ReferenceQueue<MessageShape> unused) {
            super(shape, unused);
            this.key = key;
        }
    }

    /** @param origin who sends, such as {@code beat@host} */
    public MessageTemplates(String origin) {
        this.origin = origin;
    }

    public MessageTemplate of(String entryId, TaskCall call, Delivery delivery) {
        return new MessageTemplate(shape(new Key(call.task(), delivery)), entryId, call);
    }

    int size() {
        forgetUnused();
        return shapes.size();
    }

    private MessageShape shape(Key key) {
        forgetUnused();
        SharedShape known = shapes.get(key);
        MessageShape shape = known == null ? null : known.get();
        if (shape == null) {
            shape = MessageShape.of(key.task(), key.delivery(), origin);
            shapes.put(key, new SharedShape(key, shape, unused));
        }
        return shape;
    }

    private void forgetUnused() {
        for (Reference<?> gone = unused.poll(); gone != null; gone = unused.poll()) {
            SharedShape shape = (SharedShape) gone;
            shapes.remove(shape.key, shape);
        }
    }
}
