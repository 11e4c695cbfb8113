// SPDX-License-Identifier: Apache-2.0
/** What writers mean: JSON, merge and strategic-merge patches, server-side apply, and who manages which field. */
package dev.drumline.local.apply;
