// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.util.List;
import java.util.Locale;

/** What a kind of object is called, in YAML, in URLs and on the command line. */
public record ResourceNames(
        String kind, String plural, String singular, List<String> shortNames, List<String> categories) {

    public static ResourceNames of(String kind, String plural, String... shortNames) {
        return new ResourceNames(kind, plural, kind.toLowerCase(Locale.ROOT), List.of(shortNames), List.of());
    }

    public ResourceNames in(String... newCategories) {
        return new ResourceNames(kind, plural, singular, shortNames, List.of(newCategories));
    }
}
