// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The documents of a YAML or JSON text, each read alone so that a broken one harms no other. */
final class Documents {
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^(?=---(\\s|$))");
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[)");
    private static final Pattern LINE = Pattern.compile("(?m)^ in .*, line ([0-9]+), column");
    private static final YAMLFactory YAML_FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper YAML_MAPPER = new ObjectMapper(YAML_FACTORY);
    private static final ObjectMapper JSON_MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Documents() {}

    /** What is done with each document in turn. */
    interface Reader {
        void document(JsonNode content);

        /** @param sentence says the line, counted from 1 in the whole text */
        void broken(String sentence);
    }

    static void read(String text, Reader reader) {
        if (JSON.matcher(text).lookingAt()) {
            read(text, 0, JSON_MAPPER, reader);
            return;
        }
        int linesBefore = 0;
        for (String part : SEPARATOR.split(text)) {
            read(part, linesBefore, YAML_MAPPER, reader);
            linesBefore += (int) part.chars().filter(c -> c == '\n').count();
        }
    }

    private static void read(String part, int linesBefore, ObjectMapper mapper, Reader reader) {
        try {
            refuseAliases(part, mapper);
            try (MappingIterator<JsonNode> documents =
                    mapper.readerFor(JsonNode.class).readValues(part)) {
                while (documents.hasNextValue()) {
                    reader.document(documents.nextValue());
                }
            }
        } catch (JsonProcessingException e) {
            reader.broken("line " + (linesBefore + line(e)) + ": " + problem(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reader would take an alias for a text, and another schedule would be told than the one that is applied. */
    private static void refuseAliases(String part, ObjectMapper mapper) throws IOException {
        if (mapper != YAML_MAPPER) {
            return;
        }
        try (YAMLParser parser = YAML_FACTORY.createParser(part)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new AliasException(parser);
                }
            }
        }
    }

    private static int line(JsonProcessingException fault) {
        List<Integer> told = LINE.matcher(fault.getOriginalMessage())
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
        int read = fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
        return told.isEmpty() ? read : told.getLast();
    }

    /** SnakeYAML tells the context, then the problem, each followed by the place with an excerpt. */
    private static String problem(JsonProcessingException fault) {
        List<String> sentences = fault.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.isBlank())
                .toList();
        return sentences.isEmpty() ? "not readable" : sentences.getLast();
    }

    private static final class AliasException extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        AliasException(YAMLParser parser) throws IOException {
            super(
                    "YAML aliases such as *" + parser.getText() + " are not read here; write the value out",
                    parser.currentTokenLocation());
        }
    }
}
