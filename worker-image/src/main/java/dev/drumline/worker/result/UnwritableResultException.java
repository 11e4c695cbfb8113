// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A task returned what can't be written as JSON, such as a tree that is nested too deep. */
public final class UnwritableResultException extends RuntimeException {

    UnwritableResultException(JsonProcessingException cause) {
        super("the result can't be written as JSON: " + cause.getOriginalMessage(), cause);
    }
}
