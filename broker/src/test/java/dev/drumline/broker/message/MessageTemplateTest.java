// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    private static final long DUE = 1_795_000_000_000L;

    private final ArrayNode args = Json.array().add(42).add("it's");
    private final ObjectNode kwargs = Json.object().put("metric", "cpu").putNull("unit");

    @Test
    void shouldReadBackWhatItWrote() throws Exception {
        // Given
        MessageTemplate template = template(Delivery.to("metrics"));

        // When
        TaskMessage message = MessageReader.read(template.message(DUE, DUE + 3));

        // Then
        assertThat(message.call()).isEqualTo(new TaskCall("monitor.check", args, kwargs));
        assertThat(message.id()).isEqualTo(template.taskId(DUE));
        assertThat(message.headers().path("drumline_due").longValue()).isEqualTo(DUE);
        assertThat(message.headers().path("drumline_enqueued").longValue()).isEqualTo(DUE + 3);
        assertThat(message.header("periodic_task_name")).contains("default/check");
    }

    @Test
    void shouldCarryAllThatAStockWorkerDiesWithout() throws Exception {
        JsonNode envelope =
                Json.MAPPER.readTree(template(Delivery.to("metrics")).message(DUE, DUE));

        JsonNode properties = envelope.path("properties");
        assertThat(properties.path("delivery_tag").textValue()).isNotBlank();
        assertThat(properties.path("delivery_info").path("exchange").textValue())
                .isEmpty();
        assertThat(properties.path("delivery_info").path("routing_key").textValue())
                .isEqualTo("metrics");
        assertThat(envelope.path("content-type").textValue()).isEqualTo("application/json");
        assertThat(envelope.path("headers").path("timelimit"))
                .isEqualTo(Json.array().addNull().addNull());
    }

    @Test
    void shouldShowArgumentsAsPythonPrintsThem() throws Exception {
        TaskMessage message =
                MessageReader.read(template(Delivery.to("metrics")).message(DUE, DUE));

        assertThat(message.header("argsrepr")).contains("(42, \"it's\")");
        assertThat(message.header("kwargsrepr")).contains("{'metric': 'cpu', 'unit': None}");
    }

    @Test
    void shouldCountExpiryFromTheDueTime() throws Exception {
        Delivery delivery = new Delivery("metrics", null, 10L, null, null, null, null);

        TaskMessage message = MessageReader.read(template(delivery).message(DUE, DUE + 5_000));

        assertThat(message.header("expires"))
                .contains(Instant.ofEpochMilli(DUE + 10_000).toString());
    }

    @Test
    void shouldAddTheUsersHeadersWithoutLosingItsOwn() throws Exception {
        ObjectNode headers = Json.object().put("tenant", "blue").put("id", "mine");

        TaskMessage message = MessageReader.read(template(new Delivery("q", null, null, headers, null, null, null))
                .message(DUE, DUE));

        assertThat(message.header("tenant")).contains("blue");
        assertThat(message.id()).isNotEqualTo("mine");
    }

    @Test
    void shouldPutAPriorityOnItsOwnList() {
        List<String> lists = List.of(0, 2, 3, 9).stream()
                .map(priority -> template(new Delivery("q", priority, null, null, null, null, null))
                        .list())
                .toList();

        assertThat(lists).containsExactly("q", "q", "q\u0006\u00163", "q\u0006\u00169");
    }

    @Test
    void shouldDeriveTheSameIdForTheSameOccurrenceAlone() {
        TaskIds ids = TaskIds.ofEntry("default/check");

        assertThat(ids.at(DUE)).isEqualTo(TaskIds.ofEntry("default/check").at(DUE));
        assertThat(ids.at(DUE)).isNotEqualTo(ids.at(DUE + 1));
        assertThat(ids.at(DUE)).isNotEqualTo(TaskIds.ofEntry("default/other").at(DUE));
        assertThat(UUID.fromString(ids.at(DUE)).version()).isEqualTo(8);
    }

    private MessageTemplate template(Delivery delivery) {
        return MessageTemplate.of("default/check", new TaskCall("monitor.check", args, kwargs), delivery, "beat@host");
    }
}
