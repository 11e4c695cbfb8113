// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.condition;

import dev.drumline.crds.common.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Makes every condition of every kind, so that times and generations are set in one way. */
public final class Conditions {
    public static final String READY = "Ready";
    public static final String REDIS_KEEPS_DATA = "RedisKeepsData";

    private final Clock clock;

    public Conditions(Clock clock) {
        this.clock = clock;
    }

    public Condition yes(HasMetadata subject, String type, String reason, String message) {
        return make(subject, type, "True", reason, message);
    }

    public Condition no(HasMetadata subject, String type, String reason, String message) {
        return make(subject, type, "False", reason, message);
    }

    public Condition unknown(HasMetadata subject, String type, String reason, String message) {
        return make(subject, type, "Unknown", reason, message);
    }

    private Condition make(HasMetadata subject, String type, String status, String reason, String message) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Condition(type, status, subject.getMetadata().getGeneration(), now, reason, message);
    }

    /** The latest conditions, by type; one whose status stayed as it was keeps its transition time. */
    public static List<Condition> merge(List<Condition> before, List<Condition> latest) {
        return latest.stream()
                .map(condition -> keepTransition(find(before, condition.type()), condition))
                .sorted(Comparator.comparing(Condition::type))
                .toList();
    }

    /** The condition of this type, or null. */
    public static Condition find(List<Condition> conditions, String type) {
        return conditions == null
                ? null
                : conditions.stream()
                        .filter(condition -> condition.type().equals(type))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether two conditions say the same, whenever they began to. */
    public static boolean sameSense(Condition one, Condition other) {
        return one != null
                && other != null
                && one.status().equals(other.status())
                && one.reason().equals(other.reason())
                && Objects.equals(one.message(), other.message());
    }

    private static Condition keepTransition(Condition before, Condition latest) {
        if (before == null || !before.status().equals(latest.status())) {
            return latest;
        }
        return new Condition(
                latest.type(),
                latest.status(),
                latest.observedGeneration(),
                before.lastTransitionTime(),
                latest.reason(),
                latest.message());
    }
}
