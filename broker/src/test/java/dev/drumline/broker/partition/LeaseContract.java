// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.schedule.Mark;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who holds a partition, and for how long. */
interface LeaseContract {

    Duration LEASE = Duration.ofSeconds(20);

    TestBroker broker();

    @Test
    default void shouldTakeWhatIsFree() {
        long before = broker().millis();

        assertThat(lease("me", Set.of(0, 2)).held()).containsOnlyKeys(0, 2);

        assertThat(broker().hash(KEYS.partition(2)))
                .containsEntry("holder", "me")
                .containsEntry("epoch", "1");
        assertThat(leaseEnd(2) - before).isBetween(20_000L, 25_000L);
    }

    @Test
    default void shouldNotTakeWhatAnotherHolds() {
        lease("me", Set.of(0));

        assertThat(lease("other", Set.of(0, 2)).held()).containsOnlyKeys(2);

        assertThat(broker().hash(KEYS.partition(0))).containsEntry("holder", "me");
    }

    @Test
    default void shouldTakeOverWhatIsGivenBack() {
        lease("me", Set.of(0, 1));

        assertThat(lease("me", Set.of(1)).held()).containsOnlyKeys(1);
        assertThat(lease("other", Set.of(0, 1)).held()).containsOnlyKeys(0);

        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("holder", "other")
                .containsEntry("epoch", "2");
    }

    @Test
    default void shouldTakeOverWhoseLeaseIsOver() {
        lease("me", Set.of(0));
        broker().put(KEYS.partition(0), "leaseEnd", Long.toString(broker().millis()));

        assertThat(lease("other", Set.of(0)).held()).containsOnlyKeys(0);

        assertThat(broker().hash(KEYS.partition(0)))
                .containsEntry("holder", "other")
                .containsEntry("epoch", "2");
    }

    @Test
    default void shouldRenewALeaseOnceHalfOfItIsOver() {
        lease("me", Set.of(0, 1));
        long fresh = broker().millis() + 11_000;
        broker().put(KEYS.partition(0), "leaseEnd", Long.toString(fresh));
        broker().put(KEYS.partition(1), "leaseEnd", Long.toString(broker().millis() + 9_000));

        lease("me", Set.of(0, 1));

        assertThat(leaseEnd(0)).isEqualTo(fresh);
        assertThat(leaseEnd(1)).isGreaterThan(fresh);
        assertThat(broker().hash(KEYS.partition(1))).containsEntry("epoch", "1");
    }

    @Test
    default void shouldRenewItsOwnLeaseThatIsOverWhileNobodyTookIt() {
        lease("me", Set.of(0));
        broker().put(KEYS.partition(0), "leaseEnd", "1");

        assertThat(lease("me", Set.of(0)).held()).containsOnlyKeys(0);

        assertThat(leaseEnd(0)).isGreaterThan(broker().millis());
        assertThat(broker().hash(KEYS.partition(0))).containsEntry("epoch", "1");
    }

    @Test
    default void shouldTellWhoLives() {
        lease("me", Set.of());
        broker().add(KEYS.beats(), broker().millis() - 60_000, "gone");

        assertThat(lease("other", Set.of()).liveBeats()).containsExactlyInAnyOrder("me", "other");
    }

    @Test
    default void shouldForgetABeatThatWasSilentForLong() {
        broker().add(KEYS.beats(), broker().millis() - 200_000, "gone");

        lease("me", Set.of());

        assertThat(broker().sortedSet(KEYS.beats())).containsOnlyKeys("me");
    }

    @Test
    default void shouldFindTheDeadThoughTheClockWasSetBack() {
        lease("me", Set.of(0));
        broker().add(KEYS.beats(), broker().millis() + 3_600_000, "gone");
        broker().put(KEYS.partition(1), "holder", "gone");
        broker().put(KEYS.partition(1), "leaseEnd", Long.toString(broker().millis() + 3_600_000));

        assertThat(lease("me", Set.of(0, 1)).held()).containsOnlyKeys(0);

        assertThat(leaseEnd(1)).isLessThanOrEqualTo(broker().millis() + 20_000);
        assertThat(broker().sortedSet(KEYS.beats()).get("gone")).isLessThanOrEqualTo(broker().millis());
    }

    @Test
    default void shouldTellWhatIsStored() {
        broker().put(KEYS.partition(0), "mark", "1000 a");
        broker().put(KEYS.partition(0), "version", "7");

        LeaseReply reply = lease("me", Set.of(0, 1));

        assertThat(reply.held().get(0).mark()).contains(new Mark(1_000, "a"));
        assertThat(reply.held().get(0).version()).contains(7L);
        assertThat(reply.held().get(1).mark()).isEmpty();
        assertThat(reply.held().get(1).version()).isEmpty();
        assertThat(reply.redisMicros() / 1_000).isBetween(broker().millis() - 5_000, broker().millis());
    }

    @Test
    default void shouldPassOverAPartitionThatIsNoHash() {
        broker().putText(KEYS.partition(0), "no hash");

        assertThat(lease("me", Set.of(0, 1)).held()).containsOnlyKeys(1);
    }

    @Test
    default void shouldGiveEverythingBackAtOnceWhenLeaving() {
        lease("me", Set.of(0, 1));
        lease("other", Set.of(2));

        assertThat(get(broker().store().leave("me"))).isEqualTo(2);

        LeaseReply other = lease("other", Set.of(0, 1, 2));
        assertThat(other.held()).containsOnlyKeys(0, 1, 2);
        assertThat(other.liveBeats()).containsExactly("other");
    }

    default LeaseReply lease(String holder, Set<Integer> wanted) {
        return get(broker().store().lease(new LeaseRequest(holder, LEASE, Duration.ofSeconds(10), "{}", wanted)));
    }

    private long leaseEnd(int partition) {
        return Long.parseLong(broker().hash(KEYS.partition(partition)).get("leaseEnd"));
    }
}
