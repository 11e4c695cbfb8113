// SPDX-License-Identifier: Apache-2.0
/** The Kubernetes API of the model village, over HTTPS: paths, verbs, discovery, tables, watches. */
package dev.drumline.local.api;
