// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

/** The identity of a task, from which its phase and its spread follow: the same as the operator's. */
public record TaskName(String namespace, String name) {

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
