// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import dev.drumline.local.store.Commit;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request, read whole.
 *
 * @param headers by lower-case name
 */
record ApiRequest(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    static ApiRequest of(String method, URI uri, Map<String, String> headers, byte[] body) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            query.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new ApiRequest(method, uri.getPath(), query, headers, body);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String contentType() {
        return header("content-type").split(";", 2)[0].trim();
    }

    Commit commit() {
        return parameter("dryRun").equals("All") ? Commit.DRY_RUN : Commit.WRITE;
    }

    /** The stated field manager, else the program's name as in its user agent. */
    String fieldManager() {
        String stated = parameter("fieldManager");
        return stated.isEmpty() ? header("user-agent").split("/", 2)[0] : stated;
    }

    /** Whether the client asks for a view such as {@code Table} or {@code PartialObjectMetadataList}. */
    boolean wants(String view) {
        String accept = header("accept");
        return accept.contains("as=" + view + ";")
                || accept.endsWith("as=" + view)
                || accept.contains("as=" + view + ",");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
