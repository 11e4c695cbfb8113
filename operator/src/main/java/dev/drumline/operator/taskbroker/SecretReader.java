// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Reads a Secret by its name; the operator may neither list nor watch them. */
@FunctionalInterface
public interface SecretReader {
    Optional<Secret> read(String namespace, String name);
}
