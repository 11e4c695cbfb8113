// SPDX-License-Identifier: Apache-2.0
/** The objects of the model village: what etcd and the registries of a Kubernetes API server do, in memory. */
package dev.drumline.local.store;
