// SPDX-License-Identifier: Apache-2.0
/** What keeps the village's objects in step with each other: Deployments, ReplicaSets, Endpoints, owners, namespaces. */
package dev.drumline.local.controllers;
