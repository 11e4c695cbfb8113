// SPDX-License-Identifier: Apache-2.0
/** The clockwork: schedule rules, the occurrences they yield, the due structure and partition hashing. Pure functions; time is an argument. */
package dev.drumline.schedule;
