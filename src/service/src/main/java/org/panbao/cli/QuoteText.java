package org.panbao.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.PremiumAnswer.CoverPremiumBody;
import org.panbao.underwriting.answer.PremiumAnswer.UnresolvedBody;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
import org.panbao.underwriting.answer.QuoteBody.ContributionBody;
import org.panbao.underwriting.answer.QuoteBody.DecisionReasonBody;
import org.panbao.underwriting.answer.QuoteBody.DimensionBody;
import org.panbao.underwriting.answer.QuoteBody.FlagBody;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;
import org.panbao.underwriting.answer.QuoteBody.ScoreBody;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a quote in words, part by part. */
final class QuoteText {

    private static final String NONE = "—";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Console console;

    QuoteText(Console console) {
        this.console = console;
    }

    /** An answer, with or without the ids of a kept quote, or a part of one; a rate basis is written in the same words. */
    static <T> T read(JsonNode part, Class<T> type) {
        return MAPPER.treeToValue(part, type);
    }

    /** Decision, product, dates, reasons, conditions. */
    void decision(QuoteBody quote) {
        decision(quote.decision().name());
        line(
                "text.product",
                Map.of("product", quote.productId(), "filing", quote.filing().reference()));
        if (quote.filing().sample()) {
            console.line(console.words("text.sample"));
        }
        line("text.dates", Map.of("ratingDate", quote.ratingDate(), "expiresOn", quote.expiresOn()));
        line("text.release", Map.of("release", quote.release()));
        why(quote.reasons(), quote.conditions());
    }

    /** The decision alone. */
    void decision(String decision) {
        line("text.decision", Map.of("decision", console.term("decision." + decision)));
    }

    /** Reasons and conditions of the decision. */
    void why(List<DecisionReasonBody> reasons, List<ConditionBody> conditions) {
        if (!reasons.isEmpty()) {
            console.line(console.words("text.reasons"));
            reasons.forEach(reason -> item(console.in(reason.text()) + reason.whose(), reason.id()));
        }
        if (!conditions.isEmpty()) {
            console.line(console.words("text.conditions"));
            conditions.forEach(this::condition);
        }
    }

    /** Gates that load or count towards a referral. */
    void flags(List<FlagBody> flags) {
        if (!flags.isEmpty()) {
            console.line(console.words("text.flags"));
            flags.forEach(flag -> item(console.in(flag.text()) + " (" + flag.points() + ")", flag.ruleId()));
        }
    }

    /** The score and its dimensions; with what made each of them where {@code whole}. */
    void score(ScoreBody score, boolean whole) {
        line("text.score", Map.of("score", score.overall(), "level", console.term("level." + score.level())));
        reasons("text.floors", score.floors());
        reasons("text.caps", score.caps());
        for (DimensionBody dimension : score.dimensions()) {
            dimension(dimension);
            if (whole) {
                dimension.reasons().forEach(this::contribution);
            }
        }
    }

    /** Premium by cover, total, what is open. */
    void premium(@Nullable PremiumAnswer premium) {
        if (premium == null) {
            console.line(console.words("text.no-premium"));
            return;
        }
        console.line(console.words(premium.indicative() ? "text.premium-indicative" : "text.premium"));
        for (CoverPremiumBody cover : premium.covers()) {
            line("text.cover", Map.of("cover", cover.coverId(), "premium", orNone(cover.premium())));
        }
        line(
                "text.total",
                Map.of(
                        "total", orNone(premium.total()),
                        "minimum", premium.filedMinimum(),
                        "maximum", premium.filedMaximum()));
        premium.unresolved().forEach(this::unresolved);
    }

    /** The insureds of a schedule: how long each is covered, its score and its premium. */
    void schedule(List<ScheduledInsuredBody> insureds) {
        if (!insureds.isEmpty()) {
            console.line(console.words("text.schedule"));
            insureds.forEach(insured -> line(
                    "text.insured",
                    Map.of(
                            "insured", insured.insuredId(),
                            "period", period(insured),
                            "score", insured.score(),
                            "premium", orNone(insured.premium()))));
        }
    }

    private String period(ScheduledInsuredBody insured) {
        return insured.inception() == null
                ? console.words("text.months", Map.of("months", insured.monthsBegun()))
                : insured.inception() + " – " + insured.expiry();
    }

    /** A line of this module's texts with its values. */
    void line(String key, Map<String, String> values) {
        console.line(console.words(key, values));
    }

    private void reasons(String heading, List<ReasonBody> reasons) {
        if (!reasons.isEmpty()) {
            console.line(console.words(heading));
            reasons.forEach(reason -> item(console.in(reason.text()), reason.id()));
        }
    }

    private void condition(ConditionBody condition) {
        String days = Objects.toString(condition.dueDays(), NONE);
        String kind = console.words("condition." + condition.kind(), Map.of("days", days));
        String remedy = condition.remedy() == null
                ? ""
                : console.words("text.to-do", Map.of("remedy", console.in(condition.remedy())));
        String due = condition.dueOn() == null ? "" : console.words("text.due-on", Map.of("date", condition.dueOn()));
        item(kind + " " + console.in(condition.text()) + condition.whose() + remedy + due, condition.ruleId());
    }

    private void dimension(DimensionBody dimension) {
        line(
                "text.dimension",
                Map.of(
                        "name", console.in(dimension.name()),
                        "residual", dimension.residual(),
                        "inherent", dimension.inherent(),
                        "effectiveness", dimension.effectiveness(),
                        "weight", dimension.weight()));
    }

    private void contribution(ContributionBody contribution) {
        line(
                "text.contribution",
                Map.of(
                        "text", console.in(contribution.text()),
                        "id", contribution.id(),
                        "subject", contribution.subject(),
                        "value", contribution.value(),
                        "weight", contribution.weight()));
    }

    private void unresolved(UnresolvedBody open) {
        line(
                "text.unresolved",
                Map.of(
                        "coefficient", open.coefficient(),
                        "minimum", open.minimum(),
                        "maximum", open.maximum(),
                        "why", console.in(open.why())));
    }

    private void item(String text, String id) {
        console.line("  - " + text + " [" + id + "]");
    }

    private static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }
}
