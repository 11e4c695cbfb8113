// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills {@code ${name}} in an image with what is known only here and now: folders, the pod's address. */
public record Placeholders(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z]+)}");

    public Image fill(Image image) {
        return new Image(
                mapped(image.programs(), this::fillAll),
                fillAll(image.entrypoint()),
                fillAll(image.arguments()),
                fillAll(image.always()),
                mapped(image.env(), this::fill));
    }

    private List<String> fillAll(List<String> words) {
        return words.stream().map(this::fill).toList();
    }

    private String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private static <V> Map<String, V> mapped(Map<String, V> map, UnaryOperator<V> change) {
        return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
    }
}
