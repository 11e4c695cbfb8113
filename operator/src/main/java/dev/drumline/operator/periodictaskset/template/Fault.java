// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

/** What is wrong at a place, the path being that below the spec of the task. */
record Fault(String path, String sentence) {
    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}
