// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import java.io.IOException;

/** The API server refused a request; the message is the server's own. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;

    RefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
