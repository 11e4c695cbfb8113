// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.operator.testing.Yaml;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTemplateTest {
    private static final String RULE = "schedule: {every: 10s}\n";

    @Test
    void shouldPutFieldsIntoTexts() {
        PeriodicTaskSpec spec = render(
                "schedule: {every: '{{n}}s'}, task: 'check.{{ what }}', kwargs: {url: 'http://{{host}}/{{n}}?ok={{ok}}'}",
                "{n: 10, what: cpu, host: web-1, ok: true}");
        assertThat(spec.schedule().every()).isEqualTo("10s");
        assertThat(spec.task()).isEqualTo("check.cpu");
        assertThat(spec.kwargs().toString()).isEqualTo("{\"url\":\"http://web-1/10?ok=true\"}");
    }

    @Test
    void shouldKeepTheTypeOfAFieldThatStandsAlone() {
        PeriodicTaskSpec spec = render(
                "schedule: {every: 10s}, task: a, args: ['{{n}}', '{{f}}', '{{b}}', '{{o}}', '{{l}}', '{{z}}', ' {{n}}']",
                "{n: 42, f: 0.1, b: false, o: {deep: [1]}, l: [1, '2'], z: null}");
        assertThat(spec.args().toString()).isEqualTo("[42,0.1,false,{\"deep\":[1]},[1,\"2\"],null,\" 42\"]");
    }

    @Test
    void shouldReadNumbersAndTruthFromTextsWhereTheFieldAsksForThem() {
        PeriodicTaskSpec spec =
                render("schedule: {every: 10s}, task: a, suspend: '{{s}}', priority: '{{p}}'", "{s: 'true', p: '3'}");
        assertThat(spec.suspend()).isTrue();
        assertThat(spec.priority()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {{{{id}}        | {{id}}
                    {{{{            | {{
                    a {{{{ b {{id}} | a {{ b 7
                    }} { } {{id}}}} | }} { } 7}}
                    {{{{{{id}}}}    | {{7}}
                    """)
    void shouldLetBracesStandForThemselves(String text, String rendered) {
        ObjectNode template = yaml(RULE + "task: a");
        template.putArray("args").add(text);
        String value = RowTemplate.read(template)
                .render(Json.object().put("id", 7))
                .args()
                .path(0)
                .asText();
        assertThat(value).isEqualTo(rendered);
    }

    @ParameterizedTest
    @CsvSource({"'{{id'", "'{{}}'", "'{{ }} x'", "'{{{id}}}'", "'a {{b {{c}}'"})
    void shouldRefuseBracesThatNameNoField(String text) {
        ObjectNode template = yaml(RULE + "task: a");
        template.putObject("kwargs").putArray("list").add("fine").add(text);
        assertThatThrownBy(() -> RowTemplate.read(template))
                .isInstanceOfSatisfying(TemplateException.class, refused -> assertThat(refused.path())
                        .isEqualTo("spec.template.kwargs.list[1]"))
                .hasMessage(
                        "\"{{\" must be followed by a field's name and \"}}\"; write {{{{ where two braces are meant");
    }

    @Property
    void shouldRenderAnyTextAsItIsWhereItsBracesAreDoubled(@ForAll String text) {
        ObjectNode template = yaml(RULE + "task: a");
        template.putArray("args").add(text.replace("{{", "{{{{"));
        String value =
                RowTemplate.read(template).render(Json.object()).args().path(0).asText();
        assertThat(value).isEqualTo(text);
    }

    @Property
    void shouldRenderAnyValueAsItIs(@ForAll String value) {
        ObjectNode template = yaml(RULE + "task: a\nargs: ['{{v}}', '<{{v}}>']");
        PeriodicTaskSpec spec = RowTemplate.read(template).render(Json.object().put("v", value));
        assertThat(spec.args().path(0).asText()).isEqualTo(value);
        assertThat(spec.args().path(1).asText()).isEqualTo("<" + value + ">");
    }

    @Test
    void shouldNameTheFieldThatARowLacks() {
        assertRefused(
                "schedule: {every: '{{period}}'}, task: a",
                "{key: cpu, perid: 10s}",
                "no field \"period\", which the template asks for; the row has key, perid");
    }

    @Test
    void shouldRefuseToPutWhatIsNoTextIntoAText() {
        String template = "schedule: {every: 10s}, task: a, args: ['x {{v}}']";
        assertRefused(template, "{v: null}", "field \"v\" is null, which can't stand inside a text");
        assertRefused(template, "{v: []}", "field \"v\" is a list or an object, which can't stand inside a text");
    }

    @Test
    void shouldNamePlaceAndValueOfWhatHasTheWrongType() {
        assertRefused("schedule: {every: 10s}, task: a, priority: '{{p}}'", "{p: high}", "priority: can't be \"high\"");
        assertRefused("schedule: {every: 10s}, task: a, priority: '{{p}}'", "{p: 1.5}", "priority: can't be 1.5");
        assertRefused("schedule: '{{s}}', task: a", "{s: 10s}", "schedule: has the wrong type");
        assertRefused("schedule: '{{s}}', task: a", "{s: {evry: 10s}}", "schedule.evry: there is no such field");
        assertRefused("schedule: {every: 10s}, task: a, catchUp: '{{c}}'", "{c: Some}", "catchUp: can't be \"Some\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    schedule: {evry: 10s}, task: a                            | spec.template.schedule.evry | there is no such field
                    schedule: {every: '{{p}}'}, task: a, kwarg: {a: '{{b}}'}  | spec.template.kwarg         | there is no such field
                    schedule: {every: 10s}, task: a, priority: high           | spec.template.priority      | can't be "high"
                    schedule: {every: 10s}, task: a, brokerRef: {name: '{{b}}'} | spec.template.brokerRef | can't differ from row to row: a set has one broker
                    """, quoteCharacter = '^')
    void shouldRefuseATemplateThatCanRenderNoRow(String template, String path, String sentence) {
        assertThatThrownBy(() -> RowTemplate.read(yaml("{" + template + "}")))
                .isInstanceOfSatisfying(TemplateException.class, refused -> assertThat(refused.path())
                        .isEqualTo(path))
                .hasMessage(sentence);
    }

    @Test
    void shouldTellWhatIsTheSameForAllRows() {
        PeriodicTaskSpec outline = RowTemplate.read(
                        yaml("{schedule: {every: '{{p}}'}, task: '{{t}}', suspend: true, headers: {a: '{{b}}', c: d}}"))
                .outline();
        assertThat(outline.suspend()).isTrue();
        assertThat(outline.task()).isNull();
        assertThat(outline.headers()).containsOnlyKeys("c");
    }

    private static void assertRefused(String template, String row, String sentence) {
        assertThatThrownBy(() -> render(template, row))
                .isInstanceOf(RowException.class)
                .hasMessage(sentence);
    }

    private static PeriodicTaskSpec render(String template, String row) {
        return RowTemplate.read(yaml("{" + template + "}")).render(yaml(row));
    }

    private static ObjectNode yaml(String yaml) {
        return Yaml.read("---\n" + yaml, ObjectNode.class);
    }
}
