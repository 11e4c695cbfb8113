// SPDX-License-Identifier: Apache-2.0
/** The caretaker: reconciles the custom resources. */
package dev.drumline.operator;
