// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import java.util.OptionalInt;

/**
 * Which part of a log is wanted.
 *
 * @param container the container's name; empty means the pod's first
 * @param previous the log of the run before the last restart
 * @param tailLines only that many last lines; empty means all
 */
public record LogQuery(String container, boolean follow, boolean previous, OptionalInt tailLines) {}
