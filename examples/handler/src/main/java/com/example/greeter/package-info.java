// SPDX-License-Identifier: Apache-2.0
/** A user's own handler. */
package com.example.greeter;
