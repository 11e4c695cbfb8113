// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

/**
 * How far the rows of a set have come.
 *
 * @param summary of what was read
 * @param pending so many sources are still to be read: call again; when 0, Redis holds what the rows say
 */
public record Progress(Summary summary, int pending) {}
