// SPDX-License-Identifier: Apache-2.0
/** For Java producers: publish, delay, await, revoke. */
package dev.drumline.client;
