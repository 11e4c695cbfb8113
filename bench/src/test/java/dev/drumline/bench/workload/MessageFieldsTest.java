// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.schedule.ScheduleEntry;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageFieldsTest {

    private static final long DUE = 1_700_000_000_123L;

    private final MessageFields fields = new MessageFields();

    @Test
    void shouldFindEntryAndDueTimeOfOurMessagesWhateverTheirLengths() {
        Workload workload = new Workload(10_000_000, "10s");
        for (int entry : new int[] {0, 9_999_999, 42, 7, 1_234_567}) {
            ScheduleEntry each = workload.entry(entry);
            MessageTemplate template = MessageTemplate.of(each.id(), each.call(), each.delivery(), "beat@x");
            fields.read(ByteBuffer.wrap(template.message(DUE, DUE + 5)));
            assertThat(fields.entry()).isEqualTo(entry);
            assertThat(fields.dueMillis()).isEqualTo(DUE);
        }
    }

    @Test
    void shouldFindTheEntryOfAPeersMessage() {
        fields.read(message("{\"body\": \"W10=\", \"headers\": {\"argsrepr\": \"(4711,)\", \"eta\": null}}"));
        assertThat(fields.entry()).isEqualTo(4711);
        assertThat(fields.dueMillis()).isEqualTo(Ledger.UNKNOWN);
    }

    @Test
    void shouldRefuseAMessageOfSomeoneElse() {
        fields.read(message("{\"headers\": {}}"));
        assertThatThrownBy(fields::entry).isInstanceOf(IllegalStateException.class);
    }

    private static ByteBuffer message(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
