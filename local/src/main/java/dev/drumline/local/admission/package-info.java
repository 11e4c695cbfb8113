// SPDX-License-Identifier: Apache-2.0
/** What every object, and the built-in kinds in particular, must satisfy to be stored. */
package dev.drumline.local.admission;
