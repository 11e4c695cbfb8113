// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;

/** What was asked can't be done as things stand; the message is the sentence for the user. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
