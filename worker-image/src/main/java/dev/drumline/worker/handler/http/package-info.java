// SPDX-License-Identifier: Apache-2.0
/** {@code drumline.http}: call a URL and check the answer. */
package dev.drumline.worker.handler.http;
