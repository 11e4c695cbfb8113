// SPDX-License-Identifier: Apache-2.0
/** The post office: everything that Drumline reads from Redis or writes to it. */
package dev.drumline.broker;
