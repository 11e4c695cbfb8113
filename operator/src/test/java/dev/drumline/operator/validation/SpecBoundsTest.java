// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.operator.testing.Samples;
import dev.drumline.schedule.spec.MinimumPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server would have refused in a PeriodicTask, said of a spec that it has not seen. */
class SpecBoundsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    spreadSeconds: -1              | spec.spreadSeconds: must be 0-86400
                    startingDeadlineSeconds: 31536001 | spec.startingDeadlineSeconds: must be at most 31536000
                    expiresSeconds: 0              | spec.expiresSeconds: must be 1-31536000
                    timeLimitSeconds: 2592001      | spec.timeLimitSeconds: must be 1-2592000
                    softTimeLimitSeconds: 0        | spec.softTimeLimitSeconds: must be 1-2592000
                    priority: 10                   | spec.priority: must be 0-9 (0 is served first)
                    except: [{solar: {event: sunset}}] | spec.except[0].solar: needs event, latitude and longitude
                    """)
    void shouldRefuseWhatTheSchemaWouldRefuse(String line, String problem) {
        Verdict verdict = judge("schedule: {every: 10s}", line);
        assertThat(verdict.problems()).extracting(Problem::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"spreadSeconds: 9", "expiresSeconds: 1", "timeLimitSeconds: 2592000", "headers: {a: b}"})
    void shouldAcceptWhatTheSchemaWouldAccept(String line) {
        assertThat(judge("schedule: {every: 10s}", line).isAccepted()).isTrue();
    }

    private static Verdict judge(String... lines) {
        return PeriodicTaskValidation.judge(
                Samples.task(lines[0], lines[1]).getSpec(), "2026-01-01T00:00:00Z", "shop/rows/a", MinimumPeriod.LEAST);
    }
}
