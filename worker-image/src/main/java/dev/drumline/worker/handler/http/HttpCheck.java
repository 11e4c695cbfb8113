// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler.http;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * The keyword arguments of {@code drumline.http}.
 *
 * @param url http or https
 * @param method GET when null
 * @param timeoutSeconds for the whole exchange, above 0 to 3600; 10 when null
 * @param expectedStatus 200-399 when null
 */
record HttpCheck(URI url, String method, Double timeoutSeconds, ExpectedStatus expectedStatus) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final double LONGEST_SECONDS = 3600;

    HttpCheck {
        if (url == null || url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("url is " + url + ", must be such as http://host/path");
        }
        method = method == null ? "GET" : method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method is " + method + ", must be one of GET, HEAD, POST, …");
        }
        timeoutSeconds = timeoutSeconds == null ? 10.0 : timeoutSeconds;
        if (!(timeoutSeconds > 0 && timeoutSeconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException("timeoutSeconds is " + timeoutSeconds + ", must be above 0 to 3600");
        }
        expectedStatus = expectedStatus == null ? ExpectedStatus.DEFAULT : expectedStatus;
    }

    Duration timeout() {
        return Duration.ofNanos((long) (timeoutSeconds * 1e9));
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
