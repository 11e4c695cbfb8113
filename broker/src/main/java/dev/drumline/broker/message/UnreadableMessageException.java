// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

/** A message that can't be read; the sentence says why. Reading it again will not help. */
public final class UnreadableMessageException extends Exception {

    public UnreadableMessageException(String reason) {
        super(reason);
    }
}
