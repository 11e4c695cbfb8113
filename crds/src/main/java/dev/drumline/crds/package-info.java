// SPDX-License-Identifier: Apache-2.0
/** The custom resource types; the CRD YAML is printed from them. */
package dev.drumline.crds;
