package org.panbao.documents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.panbao.base.Text;
import org.panbao.documents.Block.Column;
import org.panbao.documents.Block.Fact;
import org.panbao.ratebasis.SignedBy;
import tools.jackson.databind.JsonNode;

/** The appendix of a quote's document: the rate basis, step by step, with every filed row, input and choice. */
final class RateBasisAppendix {

    private static final Map<String, String> SIGNS =
            Map.of("MULTIPLY", " × ", "MULTIPLY_PARAMETER", " × ", "ADD", " + ", "SUBTRACT", " − ", "DIVIDE", " ÷ ");

    /** More steps, of a large schedule, are left to the record; only those that all insureds share are printed. */
    private static final int MOST_STEPS = 2_000;

    private final QuoteSource source;
    private final JsonNode record;
    private final Words words;
    private final ProductNames names;

    RateBasisAppendix(QuoteSource source, Words words) {
        this.source = source;
        this.record = source.record();
        this.words = words;
        this.names = new ProductNames(source.product(), words);
    }

    void addTo(Blocks blocks) {
        blocks.appendix(words.label("basis"));
        blocks.paragraph(words.label("basis.note"));
        blocks.facts(seal());
        if (record.path("steps").isEmpty()) {
            blocks.paragraph(words.label("basis.none"));
            return;
        }
        inputs(blocks);
        choices(blocks);
        steps(blocks);
        caps(blocks);
        warnings(blocks);
    }

    private List<Fact> seal() {
        SignedBy signature = source.basis().basis().signature();
        JsonNode release = record.path("release");
        return List.of(
                new Fact(words.label("basis.digest"), source.basis().basis().sha256()),
                new Fact(words.label("basis.signature"), signature.algorithm() + " " + signature.keyId()),
                new Fact(words.label("basis.release"), text(release, "id") + " " + text(release, "version")),
                new Fact(words.label("basis.release-digest"), text(release, "digest")),
                new Fact(words.label("basis.product-digest"), text(record.path("product"), "digest")),
                new Fact(words.label("basis.source"), source.product().source()));
    }

    private void inputs(Blocks blocks) {
        blocks.table(
                words.label("inputs"),
                List.of(
                        Column.text(words.label("input"), 4),
                        Column.number(words.label("value"), 3),
                        Column.text(words.label("input.source"), 4)),
                rows("inputs").map(this::input).toList());
    }

    private List<String> input(JsonNode input) {
        return List.of(
                words.of(textOf(input.path("name"))) + names.about(input),
                names.input(input),
                names.origin(input).line());
    }

    private void choices(Blocks blocks) {
        blocks.table(
                words.label("choices"),
                List.of(
                        Column.text(words.label("coefficient"), 3),
                        Column.text(words.label("row"), 2),
                        Column.number(words.label("filed-range"), 2),
                        Column.number(words.label("value"), 1),
                        Column.text(words.label("choice.reason"), 5)),
                rows("choices").map(this::choice).toList());
    }

    private List<String> choice(JsonNode choice) {
        boolean standing = choice.path("standing").asBoolean();
        String by = text(choice, "by");
        String why = names.reason(standing, by, text(choice, "reason"));
        return List.of(
                names.subject(choice, "coefficient"),
                text(choice, "row"),
                interval(choice.path("values")),
                text(choice, "value"),
                (standing ? words.label("choice.standing") + " " : "") + why + " — " + by);
    }

    private void steps(Blocks blocks) {
        List<JsonNode> steps = rows("steps").toList();
        boolean whole = steps.size() <= MOST_STEPS;
        if (!whole) {
            blocks.paragraph(words.label("steps.shared", Map.of("steps", Integer.toString(steps.size()))));
        }
        blocks.table(
                words.label("steps"),
                List.of(
                        Column.number("#", 1),
                        Column.text(words.label("step"), 4),
                        Column.text(words.label("arithmetic"), 6),
                        Column.text(words.label("row"), 5),
                        Column.number(words.label("result"), 3),
                        Column.number(words.label("running"), 3)),
                steps.stream()
                        .filter(step -> whole || text(step, "insured").isEmpty())
                        .map(this::step)
                        .toList());
    }

    private List<String> step(JsonNode step) {
        return List.of(
                text(step, "number"),
                names.subject(step, "subject"),
                arithmetic(step),
                row(step.path("hit")),
                words.number(text(step, "value")),
                step.path("after").isString() ? words.number(text(step, "after")) : "");
    }

    private String arithmetic(JsonNode step) {
        String operator = text(step, "operator");
        String sign = SIGNS.getOrDefault(operator, "; ");
        String operands = step.path("operands")
                .valueStream()
                .map(operand -> words.number(text(operand, "value")))
                .collect(Collectors.joining(sign));
        String said = SIGNS.containsKey(operator) ? operands : words.term("operator", operator) + " (" + operands + ")";
        JsonNode rounding = step.path("rounding");
        return rounding.isObject() ? said + words.label("rounded", Map.of("digits", text(rounding, "scale"))) : said;
    }

    /** The filed row that was read: id, range of its key, filed values, file. */
    private String row(JsonNode hit) {
        if (!hit.isObject()) {
            return "";
        }
        String keys = hit.path("key")
                .valueStream()
                .map(key -> names.subject(text(key, "name")) + " " + names.value(text(key, "name"), text(key, "value")))
                .collect(Collectors.joining(", "));
        String range = hit.path("keyRange").isObject() ? " ∈ " + interval(hit.path("keyRange")) : "";
        String table = text(hit, "table");
        return text(hit, "row") + ": " + keys + range + " → " + interval(hit.path("values")) + " ["
                + table.substring(table.lastIndexOf('/') + 1) + "]";
    }

    private void caps(Blocks blocks) {
        blocks.table(
                words.label("caps"),
                List.of(
                        Column.text(words.label("cap"), 3),
                        Column.text(words.label("cover"), 1),
                        Column.number(words.label("uncapped"), 2),
                        Column.number(words.label("capped"), 2),
                        Column.text(words.label("bound"), 1)),
                rows("caps").map(this::cap).toList());
    }

    private List<String> cap(JsonNode cap) {
        return List.of(
                text(cap, "cap"),
                text(cap, "cover").isEmpty() ? "" : names.subject(text(cap, "cover")),
                words.number(text(cap, "uncapped")),
                words.number(text(cap, "capped")),
                words.yesOrNo(cap.path("bound").asBoolean()));
    }

    private void warnings(Blocks blocks) {
        List<String> warnings = rows("warnings")
                .map(warning -> words.of(textOf(warning.path("message"))))
                .toList();
        if (!warnings.isEmpty()) {
            blocks.subsection(words.label("warnings"));
            blocks.items(warnings);
        }
    }

    private Stream<JsonNode> rows(String member) {
        return record.path(member).valueStream();
    }

    private static String interval(JsonNode range) {
        return Words.orNone(Figures.range(range, Figures::number));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static Text textOf(JsonNode node) {
        return new Text(text(node, "zh"), text(node, "en"));
    }
}
