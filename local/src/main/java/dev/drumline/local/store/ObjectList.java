// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Objects of one kind in order of namespace and name, as they were at {@code resourceVersion}. */
public record ObjectList(List<ObjectNode> items, long resourceVersion) {}
