package org.panbao.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.panbao.documents.Block.Column;
import org.panbao.documents.Block.Fact;
import org.panbao.profile.Plan;
import org.panbao.quoting.Decision;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.answer.CoveredInsureds;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.CoverageBody;
import org.panbao.underwriting.answer.QuoteBody.InsuredTermBody;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;

/** The body of a quote's document: what is offered, to whom, under which terms, and why. */
final class QuoteSections {

    private final QuoteSource source;
    private final QuoteBody answer;
    private final Words words;
    private final ProductNames names;

    QuoteSections(QuoteSource source, Words words) {
        this.source = source;
        this.answer = source.answer();
        this.words = words;
        this.names = new ProductNames(source.product(), words);
    }

    void addTo(Blocks blocks) {
        notices(blocks);
        blocks.facts(identity());
        new DecisionsSection(source, words).addTo(blocks);
        parties(blocks);
        if (!source.isDeclined()) {
            terms(blocks);
            premium(blocks);
            new ScheduleSection(source, words).addTo(blocks);
            new ConditionsSection(source, words).addTo(blocks);
        }
        new CoverageSection(source, words).addTo(blocks);
        score(blocks);
        reasons(blocks);
    }

    private void notices(Blocks blocks) {
        if (answer.filing().sample()) {
            blocks.notice(words.label("notice.sample"));
        }
        if (source.state() == QuoteState.EXPIRED) {
            blocks.notice(words.label("notice.expired", Map.of("date", answer.expiresOn())));
        } else if (source.isDeclined()) {
            blocks.notice(words.label("notice.declined"));
        } else if (answer.decision() == Decision.REFER && source.state() != QuoteState.APPROVED) {
            blocks.notice(words.label("notice.indicative"));
        }
    }

    private List<Fact> identity() {
        List<Fact> facts = new ArrayList<>(List.of(
                fact("decision", decision()),
                fact("insurer", source.insurer()),
                fact("product", words.of(source.product().name()) + " (" + answer.productId() + ")"),
                fact("filing", answer.filing().reference()),
                fact("made", words.time(source.quote().createdAt())),
                fact("rating-date", answer.ratingDate())));
        if (!source.isDeclined()) {
            facts.add(fact("expires-on", answer.expiresOn()));
        }
        facts.add(fact("release", answer.release()));
        return facts;
    }

    /** What the rules decided, and what a person made of it. */
    private String decision() {
        String decision = words.term("decision", answer.decision().name());
        QuoteState decided =
                source.quote().events().get(source.quote().events().size() - 1).state();
        return answer.decision() == Decision.REFER && decided != QuoteState.REFERRED
                ? words.label("decided", Map.of("rules", decision, "person", words.term("state", decided.name())))
                : decision;
    }

    private void parties(Blocks blocks) {
        Plan plan = source.plan();
        blocks.section(words.label("parties"));
        if (plan == null) {
            blocks.facts(List.of(
                    fact("credit-code", source.quote().policyholderCode()),
                    fact("plan-revision", answer.planId() + " / " + answer.planRevision())));
            return;
        }
        Plan.Policyholder policyholder = plan.policyholder();
        blocks.facts(List.of(
                fact("policyholder", policyholder.name()),
                fact("credit-code", policyholder.creditCode()),
                fact("plan", plan.planName()),
                fact("plan-revision", answer.planId() + " / " + answer.planRevision())));
        blocks.table(
                words.label("insureds"),
                List.of(
                        Column.text(words.label("insured"), 8),
                        Column.text(words.label("credit-code"), 6),
                        Column.text(words.label("relationship"), 5),
                        Column.text(words.label("industry"), 3),
                        Column.text(words.label("region"), 3)),
                CoveredInsureds.of(answer, plan).stream().map(this::insured).toList());
    }

    private List<String> insured(Plan.Insured insured) {
        return List.of(
                insured.name(),
                insured.creditCode(),
                words.term("relationship", insured.relationship().name()),
                insured.industry(),
                insured.region());
    }

    private void terms(Blocks blocks) {
        blocks.section(words.label("terms"));
        CoverPeriod period = CoverPeriod.of(answer);
        List<Fact> facts = new ArrayList<>(List.of(
                fact("term", months(period)),
                fact("inception", Words.orNone(period.firstDay())),
                fact("expiry", Words.orNone(period.lastDay())),
                fact("premium-before-cover", words.yesOrNo(answer.contract().premiumBeforeCover()))));
        PremiumAnswer premium = answer.premium();
        if (premium != null) {
            facts.add(fact("sum-insured", words.money(premium.sumInsured())));
            facts.add(fact("premium-total", words.money(premium.total())));
            facts.add(fact("premium-annual", words.money(premium.annualTotal())));
            vat(premium, facts);
            facts.add(fact("instalments", instalments(premium)));
        }
        blocks.facts(facts);
        new CoInsuranceTable(source.answer(), words).addTo(blocks);
        blocks.items(answer.contract().specialAgreements());
    }

    /** In whole months as asked for; none when the dates say. */
    private String months(CoverPeriod period) {
        Integer months = period.months();
        return months == null ? Figures.NONE : words.months(months);
    }

    private void vat(PremiumAnswer premium, List<Fact> facts) {
        PremiumAnswer.VatBody vat = premium.vat();
        if (vat != null) {
            facts.add(fact("premium-net", words.money(vat.net())));
            facts.add(fact("vat", words.money(vat.tax())));
        }
    }

    private String instalments(PremiumAnswer premium) {
        return premium.instalments().size() < 2
                ? words.label("at-once")
                : premium.instalments().stream().map(words::money).collect(Collectors.joining(" + "));
    }

    private void premium(Blocks blocks) {
        PremiumAnswer premium = answer.premium();
        if (premium == null) {
            return;
        }
        blocks.section(words.label("premium"));
        blocks.table(
                words.label("premium.caption"),
                List.of(
                        Column.text(words.label("cover"), 3),
                        Column.text(words.label("cover-terms"), 5),
                        Column.number(words.label("premium.yuan"), 2),
                        Column.number(words.label("filed-range"), 3)),
                premium.covers().stream().map(this::cover).toList());
        if (!answer.insureds().isEmpty()) {
            blocks.paragraph(words.label("schedule.limits"));
        }
        blocks.table(
                words.label("unresolved"),
                List.of(
                        Column.text(words.label("coefficient"), 3),
                        Column.text(words.label("cover"), 1),
                        Column.text(words.label("filed-range"), 2),
                        Column.text(words.label("why"), 5)),
                premium.unresolved().stream().map(this::unresolved).toList());
    }

    private List<String> cover(PremiumAnswer.CoverPremiumBody cover) {
        return List.of(
                names.cover(cover.coverId()) + "\n" + itemsOf(cover.coverId()),
                termsOf(cover.coverId()),
                words.money(cover.premium()),
                words.money(cover.filedMinimum()) + " – " + words.money(cover.filedMaximum()));
    }

    private String itemsOf(String cover) {
        return source.product().covers().stream()
                .filter(one -> one.id().equals(cover))
                .map(Product.Cover::items)
                .map(items -> String.join(" ", items))
                .collect(Collectors.joining());
    }

    private String termsOf(String cover) {
        return answer.coverage().stream()
                .filter(item -> cover.equals(item.carriedBy()))
                .map(CoverageBody::insured)
                .filter(Objects::nonNull)
                .findFirst()
                .map(insured -> insured.terms().stream().map(this::term).collect(Collectors.joining("\n")))
                .orElse(Figures.NONE);
    }

    private String term(InsuredTermBody term) {
        String value = names.value(term.parameter(), term.value());
        String asked = term.asked();
        return words.of(term.name()) + " " + value
                + (asked == null
                        ? ""
                        : words.label("asked-for", Map.of("value", names.value(term.parameter(), asked))));
    }

    private List<String> unresolved(PremiumAnswer.UnresolvedBody open) {
        return List.of(
                words.of(open.name()),
                open.cover() == null ? Figures.NONE : names.subject(open.cover()),
                open.minimum() + " – " + open.maximum(),
                words.of(open.why()));
    }

    private void score(Blocks blocks) {
        QuoteBody.ScoreBody score = answer.score();
        blocks.section(words.label("score"));
        blocks.paragraph(words.label("score.note"));
        blocks.facts(List.of(
                fact("score.overall", score.overall()),
                fact("level", words.term("level", score.level())),
                fact("effectiveness", words.percent(score.controlEffectivenessPercent()))));
        blocks.table(
                words.label("score.caption"),
                List.of(
                        Column.text(words.label("dimension"), 4),
                        Column.number(words.label("weight"), 1),
                        Column.number(words.label("inherent"), 2),
                        Column.number(words.label("effectiveness"), 2),
                        Column.number(words.label("residual"), 2)),
                score.dimensions().stream()
                        .map(dimension -> List.of(
                                words.of(dimension.name()),
                                dimension.weight(),
                                dimension.inherent(),
                                dimension.effectiveness(),
                                dimension.residual()))
                        .toList());
        reasons(blocks, "floors", Stream.concat(score.floors().stream(), score.caps().stream()));
    }

    private void reasons(Blocks blocks) {
        blocks.section(words.label("reasons"));
        if (answer.reasons().isEmpty()) {
            blocks.paragraph(words.label("none"));
        }
        blocks.items(answer.reasons().stream()
                .map(reason -> reason.id() + " " + words.of(reason.text()) + reason.whose())
                .distinct()
                .toList());
        reasons(blocks, "pending", answer.referral().pending().stream());
        blocks.table(
                words.label("flags"),
                List.of(Column.text(words.label("rule"), 2), Column.text(words.label("why"), 6)),
                answer.flags().stream()
                        .map(flag -> List.of(flag.ruleId(), words.of(flag.text())))
                        .toList());
    }

    private void reasons(Blocks blocks, String label, Stream<ReasonBody> reasons) {
        List<String> items = reasons.map(reason -> reason.id() + " " + words.of(reason.text()))
                .distinct()
                .toList();
        if (!items.isEmpty()) {
            blocks.subsection(words.label(label));
        }
        blocks.items(items);
    }

    private Fact fact(String label, String value) {
        return new Fact(words.label(label), value);
    }
}
