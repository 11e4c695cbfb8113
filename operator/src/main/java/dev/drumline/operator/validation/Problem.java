// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

/**
 * A reason to refuse a resource.
 *
 * @param path of the field, such as {@code spec.queue}
 * @param sentence what must be different, as the API server says it after the path
 */
public record Problem(String path, String sentence) {
    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}
