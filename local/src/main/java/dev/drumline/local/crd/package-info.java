// SPDX-License-Identifier: Apache-2.0
/** CustomResourceDefinitions: schemas, defaults, pruning, CEL rules, and the kinds that they add. */
package dev.drumline.local.crd;
