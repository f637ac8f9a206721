package org.panbao.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.PremiumAnswer.CoverPremiumBody;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
import org.panbao.underwriting.answer.QuoteBody.ContributionBody;
import org.panbao.underwriting.answer.QuoteBody.DimensionBody;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a quote in words. */
final class QuoteText {

    private static final String NONE = "—";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Console console;

    QuoteText(Console console) {
        this.console = console;
    }

    /** A quote as it was answered, with or without the ids of a kept one. */
    static QuoteBody read(JsonNode answer) {
        return MAPPER.treeToValue(answer, QuoteBody.class);
    }

    /** Decision, score by dimension, premium by cover, conditions, reasons. */
    void tell(QuoteBody quote) {
        line(
                "text.decision",
                "decision",
                console.words("decision." + quote.decision().name()));
        line(
                "text.product",
                "product",
                quote.productId(),
                "filing",
                quote.filing().reference());
        if (quote.filing().sample()) {
            console.line(console.words("text.sample"));
        }
        line("text.dates", "ratingDate", quote.ratingDate(), "expiresOn", quote.expiresOn());
        line("text.release", "release", quote.release());
        reasons("text.reasons", quote.reasons());
        conditions(quote.conditions());
        line(
                "text.score",
                "score",
                quote.score().overall(),
                "level",
                console.words("level." + quote.score().level()));
        quote.score().dimensions().forEach(this::dimension);
        premium(quote.premium());
    }

    /** What made each dimension what it is. */
    void tellContributions(QuoteBody quote) {
        reasons("text.floors", quote.score().floors());
        reasons("text.caps", quote.score().caps());
        for (DimensionBody dimension : quote.score().dimensions()) {
            console.line("");
            dimension(dimension);
            for (ContributionBody reason : dimension.reasons()) {
                line(
                        "text.contribution",
                        "text",
                        console.in(reason.text()),
                        "id",
                        reason.id(),
                        "subject",
                        reason.subject(),
                        "value",
                        reason.value(),
                        "weight",
                        reason.weight());
            }
        }
    }

    private void reasons(String heading, List<ReasonBody> reasons) {
        if (!reasons.isEmpty()) {
            console.line(console.words(heading));
            reasons.forEach(reason -> item(console.in(reason.text()), reason.id()));
        }
    }

    private void conditions(List<ConditionBody> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        console.line(console.words("text.conditions"));
        for (ConditionBody condition : conditions) {
            String days = Objects.toString(condition.dueDays(), NONE);
            String kind = console.words("condition." + condition.kind(), Map.of("days", days));
            item(kind + " " + console.in(condition.text()), condition.ruleId());
        }
    }

    private void dimension(DimensionBody dimension) {
        line(
                "text.dimension",
                "name",
                console.in(dimension.name()),
                "residual",
                dimension.residual(),
                "inherent",
                dimension.inherent(),
                "effectiveness",
                dimension.effectiveness(),
                "weight",
                dimension.weight());
    }

    private void premium(@Nullable PremiumAnswer premium) {
        if (premium == null) {
            console.line(console.words("text.no-premium"));
            return;
        }
        console.line(console.words(premium.indicative() ? "text.premium-indicative" : "text.premium"));
        for (CoverPremiumBody cover : premium.covers()) {
            line("text.cover", "cover", cover.coverId(), "premium", Objects.toString(cover.premium(), NONE));
        }
        line(
                "text.total",
                "total",
                Objects.toString(premium.total(), NONE),
                "minimum",
                premium.filedMinimum(),
                "maximum",
                premium.filedMaximum());
        premium.unresolved()
                .forEach(open -> line(
                        "text.unresolved",
                        "coefficient",
                        open.coefficient(),
                        "minimum",
                        open.minimum(),
                        "maximum",
                        open.maximum(),
                        "why",
                        console.in(open.why())));
    }

    private void item(String text, String id) {
        console.line("  - " + text + " [" + id + "]");
    }

    /** A line of this module's texts with named values: name, value, name, value … */
    private void line(String key, String... named) {
        String line = console.words(key);
        for (int i = 0; i < named.length; i += 2) {
            line = line.replace("{" + named[i] + "}", named[i + 1]);
        }
        console.line(line);
    }
}
