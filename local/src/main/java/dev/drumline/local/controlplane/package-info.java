// SPDX-License-Identifier: Apache-2.0
/** The control plane of the village in one piece: store, admission, controllers and API server. */
package dev.drumline.local.controlplane;
