// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumline.broker.work.Claimed;
import java.util.Base64;

/** Messages as Celery's client sends them, for tests. */
public final class Messages {

    private String headers = "";
    private String body = "[[], {}, {}]";
    private int deliveries;

    /** A message of the task of that name; its id is id-1. */
    public static Messages of(String task) {
        return new Messages().header("task", '"' + task + '"').header("id", "\"id-1\"");
    }

    public Messages header(String name, String json) {
        headers += (headers.isEmpty() ? "" : ", ") + '"' + name + "\": " + json;
        return this;
    }

    public Messages id(String id) {
        headers = headers.replace("id-1", id);
        return this;
    }

    public Messages body(String json) {
        body = json;
        return this;
    }

    public Messages deliveries(int before) {
        deliveries = before;
        return this;
    }

    public String text() {
        return "{\"body\": \"" + Base64.getEncoder().encodeToString(body.getBytes(UTF_8))
                + "\", \"content-encoding\": \"utf-8\", \"content-type\": \"application/json\", \"headers\": {"
                + headers
                + "}, \"properties\": {\"body_encoding\": \"base64\", \"delivery_tag\": \"tag-1\","
                + " \"delivery_info\": {\"exchange\": \"\", \"routing_key\": \"a\"}}}";
    }

    public Claimed claimed() {
        return claimed("tag-1");
    }

    public Claimed claimed(String tag) {
        return new Claimed(tag, "a", "a", text().getBytes(UTF_8), deliveries);
    }
}
