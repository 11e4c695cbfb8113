// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

/** Redis can't be asked at the moment; it is a wait, not a fault. */
public final class RedisUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RedisUnreachableException(String message) {
        // No stack trace and no cause: it is expected, and many objects may wait for the same Redis.
        super(message, null, false, false);
    }

    /** In words for a condition. */
    static RedisUnreachableException of(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new RedisUnreachableException(
                root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }
}
