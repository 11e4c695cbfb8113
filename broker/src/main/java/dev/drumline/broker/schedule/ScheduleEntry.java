// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.schedule.spec.ScheduleSpec;

/**
 * One schedule and the task that it fires.
 *
 * @param id {@code <namespace>/<name>}, the identity from which partition, phase and task ids are derived
 */
public record ScheduleEntry(String id, ScheduleSpec schedule, TaskCall call, Delivery delivery, MissPolicy policy) {}
