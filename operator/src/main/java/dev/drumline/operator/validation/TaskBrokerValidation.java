// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.taskbroker.RedisSpec;
import dev.drumline.crds.taskbroker.SentinelSpec;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerSpec;
import dev.drumline.operator.pod.PodTemplates;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.MinimumPeriod;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of the schema once more, and those that a schema can't express. */
public final class TaskBrokerValidation {
    private static final Pattern URL = Pattern.compile("(rediss?)://[A-Za-z0-9_.-]+(?::[0-9]{1,5})?(?:/([0-9]{1,3}))?");

    private TaskBrokerValidation() {}

    /** @param partitionsBefore what the broker was made with, where that is known */
    public static Verdict judge(TaskBroker broker, Optional<Integer> partitionsBefore) {
        TaskBrokerSpec spec = broker.getSpec();
        var findings = new Findings();
        NameRule.check(broker, findings);
        checkRedis(spec.redis(), findings);
        checkMinimumPeriod(spec.minimumPeriod(), findings);
        findings.require(
                        partitionsBefore.isEmpty() || partitionsBefore.get().equals(spec.partitions()),
                        "spec.partitions",
                        "can't be changed; make a new TaskBroker and move the schedules")
                .addAll(PodTemplates.problems(
                        "spec.beat.podTemplate", spec.beat().podTemplate()))
                .later(spec.visibilityTimeoutSeconds() != null, "spec.visibilityTimeoutSeconds")
                .later(spec.priority() != null, "spec.priority");
        return findings.verdict();
    }

    private static void checkRedis(RedisSpec redis, Findings findings) {
        findings.require(
                        (redis.url() == null) != (redis.sentinel() == null),
                        "spec.redis",
                        "set exactly one of url, sentinel")
                .require(
                        redis.keyPrefix().matches("[A-Za-z0-9_.:-]*"),
                        "spec.redis.keyPrefix",
                        "must consist of letters, digits, _ . : and -")
                .later(redis.tls() != null, "spec.redis.tls")
                .later(Boolean.TRUE.equals(redis.strict()), "spec.redis.strict");
        if (redis.url() != null) {
            checkUrl(redis, URL.matcher(redis.url()), findings);
        }
        if (redis.sentinel() != null) {
            checkSentinel(redis.sentinel(), findings);
        }
    }

    private static void checkSentinel(SentinelSpec sentinel, Findings findings) {
        findings.require(
                        sentinel.masterName().matches("[A-Za-z0-9._-]+"),
                        "spec.redis.sentinel",
                        "masterName must consist of letters, digits, . _ and -")
                .require(
                        sentinel.nodes().stream().allMatch(node -> node.matches("[A-Za-z0-9_.-]+(:[0-9]{1,5})?")),
                        "spec.redis.sentinel",
                        "nodes must each look like host:26379");
    }

    private static void checkMinimumPeriod(String period, Findings findings) {
        try {
            MinimumPeriod.parse(period);
        } catch (ScheduleException e) {
            findings.require(false, e.path(), e.getMessage());
        }
    }

    private static void checkUrl(RedisSpec redis, Matcher url, Findings findings) {
        boolean matches = url.matches();
        findings.require(
                matches,
                "spec.redis.url",
                "must look like redis://host:6379; put user and password into credentialsSecretRef");
        if (matches) {
            findings.later(url.group(1).equals("rediss"), "spec.redis.url (rediss)");
            String database = Objects.toString(redis.database(), null);
            findings.require(
                    database == null || url.group(2) == null || database.equals(url.group(2)),
                    "spec.redis.database",
                    "differs from the one in spec.redis.url; set one of the two");
        }
    }
}
