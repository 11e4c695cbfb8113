// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

/**
 * One fault of an invalid or conflicting object.
 *
 * @param reason Kubernetes' word, such as {@code FieldValueInvalid}
 * @param field the path, such as {@code spec.schedule.every}
 * @param message what is wrong, without the path
 */
public record Cause(String reason, String field, String message) {

    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
