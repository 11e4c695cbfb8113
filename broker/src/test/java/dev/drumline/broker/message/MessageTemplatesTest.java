// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.redis.Bulk;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MessageTemplatesTest {
    private static final long DUE = 1_800_000_000_000L;

    private final MessageTemplates templates = new MessageTemplates("beat@host");

    @Test
    void shouldWriteWhatATemplateOfItsOwnWrites() {
        Delivery delivery = new Delivery("metrics", 4, 30L, null, true, null, null);
        TaskCall call = new TaskCall("monitor.check", Json.array().add(1), Json.object());
        templates.of("default/other", new TaskCall("monitor.check"), delivery);

        assertThat(templates.of("default/check", call, delivery).message(DUE, DUE + 2))
                .isEqualTo(MessageTemplate.of("default/check", call, delivery, "beat@host")
                        .message(DUE, DUE + 2));
    }

    @Test
    void shouldShareOneShapeByTaskAndDelivery() {
        List<MessageTemplate> kept = Stream.of("q", "q", "r")
                .map(queue -> templates.of("a/" + queue, new TaskCall("t"), Delivery.to(queue)))
                .toList();

        assertThat(templates.size()).isEqualTo(2);
        assertThat(kept).extracting(MessageTemplate::list).containsExactly("q", "q", "r");
    }

    @Test
    void shouldForgetAShapeThatNoEntryUses() {
        templates.of("a/1", new TaskCall("t"), Delivery.to("q"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return templates.size() == 0;
        });
    }

    @Property
    void shouldWriteTheSameAsAnArgumentOfACommand(
            @ForAll String id,
            @ForAll String argument,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long dueMillis) {
        TaskCall call =
                new TaskCall("t", Json.array().add(argument), Json.object().put("k", argument));
        MessageTemplate template = templates.of(
                id, call, new Delivery("q", null, 60L, Json.object().put("h", argument), null, null, null));
        OutgoingMessage message = new OutgoingMessage(template, dueMillis, dueMillis + 1);

        assertThat(encoded(message)).isEqualTo(encoded(Bulk.of(message.bytes())));
    }

    private static String encoded(Bulk bulk) {
        ByteBuf buffer = Unpooled.buffer();
        bulk.encode(buffer);
        return buffer.toString(StandardCharsets.UTF_8);
    }
}
