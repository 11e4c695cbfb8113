// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.common;

import java.util.regex.Pattern;

/** The rule for queue names: they are Redis keys and travel in messages, so control and separator characters stay out. */
public final class QueueName {
    public static final int MAX_LENGTH = 128;
    public static final String PATTERN = "[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?";
    public static final String RULE =
            "self.size() <= 128 && self.matches('^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$')";
    public static final String MESSAGE = "must match " + PATTERN + " and be at most 128 characters";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private QueueName() {}

    public static boolean isValid(String name) {
        return name.length() <= MAX_LENGTH && WHOLE.matcher(name).matches();
    }
}
