// SPDX-License-Identifier: Apache-2.0
/** The front desk: the drumline program. */
package dev.drumline.cli;
