// SPDX-License-Identifier: Apache-2.0
/** The model village: a Kubernetes API, a kubelet that runs pods as processes, and a Redis, for one machine. */
package dev.drumline.local;
