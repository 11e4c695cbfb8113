// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

/** The answer was not the expected one, or there was none; the sentence says which. */
public final class HttpCheckException extends Exception {

    HttpCheckException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
