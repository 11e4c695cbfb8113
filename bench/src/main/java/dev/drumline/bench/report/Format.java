// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.report;

/** How figures are printed, in the words of {@code -o}. */
public enum Format {
    table,
    json
}
