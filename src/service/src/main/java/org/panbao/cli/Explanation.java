package org.panbao.cli;

import java.util.List;
import java.util.Map;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
import org.panbao.underwriting.answer.QuoteBody.DecisionReasonBody;
import org.panbao.underwriting.answer.QuoteBody.FlagBody;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;
import org.panbao.underwriting.answer.QuoteBody.ScoreBody;
import tools.jackson.databind.JsonNode;

/** Tells why a quote is as it is: from its answer, from its rate-basis record, or from both. */
final class Explanation {

    private final Console console;
    private final QuoteText text;

    Explanation(Console console) {
        this.console = console;
        this.text = new QuoteText(console);
    }

    /** Gates and reasons, then the score with what made it, then the premium. */
    void ofAnswer(JsonNode answer) {
        QuoteBody quote = QuoteText.read(answer, QuoteBody.class);
        text.decision(quote);
        text.flags(quote.flags());
        text.score(quote.score(), true);
        text.premium(quote.premium());
        text.schedule(quote.insureds());
    }

    /** The same from a record; what the premium is, its steps say. */
    void ofRecord(JsonNode record) {
        JsonNode decision = record.path("decision");
        text.decision(decision.path("decision").asString());
        text.why(
                list(decision.path("reasons"), DecisionReasonBody.class),
                list(decision.path("conditions"), ConditionBody.class));
        text.flags(list(decision.path("flags"), FlagBody.class));
        text.score(QuoteText.read(record.path("score"), ScoreBody.class), true);
        steps(record);
        text.schedule(list(decision.path("insureds"), ScheduledInsuredBody.class));
    }

    /** Each step of the premium with the filed row that it read; nothing where nothing was priced. */
    void steps(JsonNode record) {
        if (record.path("steps").isEmpty()) {
            text.premium(null);
            return;
        }
        console.line(console.words("step.heading"));
        record.path("steps").forEach(this::step);
        JsonNode gross = record.path("result").path("vat").path("gross");
        if (gross.isString()) {
            text.line("step.total", Map.of("total", gross.asString()));
        }
    }

    private void step(JsonNode step) {
        List<String> operands =
                step.path("operands").valueStream().map(Explanation::operand).toList();
        text.line(
                "step.line",
                Map.of(
                        "number", step.path("number").asString(),
                        "register", step.path("register").asString(),
                        "value", step.path("value").asString(),
                        "operator",
                                console.term("operator." + step.path("operator").asString()),
                        "operands", String.join(", ", operands)));
        JsonNode hit = step.path("hit");
        if (hit.isObject()) {
            text.line(
                    "step.row",
                    Map.of(
                            "row", hit.path("row").asString(),
                            "table", hit.path("table").asString(),
                            "key", interval(hit.path("keyRange")),
                            "values", interval(hit.path("values"))));
        }
        if (step.path("after").isString()) {
            text.line(
                    "step.running",
                    Map.of(
                            "before", step.path("before").asString(),
                            "after", step.path("after").asString()));
        }
    }

    private static String operand(JsonNode operand) {
        return operand.path("ref").asString() + " = " + operand.path("value").asString();
    }

    /** For example {@code [0.8, 0.9)}; an open end without a bound is empty, no interval at all a dash. */
    private static String interval(JsonNode interval) {
        if (!interval.isObject()) {
            return "—";
        }
        return (interval.path("lowIncluded").asBoolean() ? "[" : "(")
                + interval.path("low").asString("")
                + ", "
                + interval.path("high").asString("")
                + (interval.path("highIncluded").asBoolean() ? "]" : ")");
    }

    private static <T> List<T> list(JsonNode items, Class<T> type) {
        return items.valueStream().map(item -> QuoteText.read(item, type)).toList();
    }
}
