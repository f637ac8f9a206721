package org.panbao.documents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.panbao.documents.Block.Column;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Insured;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;

/** The insureds of a schedule in a quote's document: what each has, for how long, and what it costs. */
final class ScheduleSection {

    private final QuoteSource source;
    private final Words words;
    private final ProductNames products;
    private final Map<String, String> names;

    ScheduleSection(QuoteSource source, Words words) {
        this.source = source;
        this.words = words;
        this.products = new ProductNames(source.product(), words);
        Plan plan = source.plan();
        this.names = plan == null
                ? Map.of()
                : plan.insureds().stream().collect(Collectors.toMap(Insured::insuredId, Insured::name));
    }

    void addTo(Blocks blocks) {
        if (source.answer().insureds().isEmpty()) {
            return;
        }
        blocks.section(words.label("schedule"));
        blocks.paragraph(words.label("schedule.note"));
        blocks.table(
                words.label("schedule"),
                List.of(
                        Column.text(words.label("insured"), 7),
                        Column.number(words.label("own-limit"), 7),
                        Column.text(words.label("period"), 6),
                        Column.number(words.label("score.overall"), 5),
                        Column.number(words.label("effectiveness"), 7),
                        Column.text(words.label("covers-of-insured"), 10),
                        Column.number(words.label("premium-of-term"), 6)),
                source.answer().insureds().stream().map(this::row).toList());
    }

    private List<String> row(ScheduledInsuredBody insured) {
        return List.of(
                insured.insuredId() + " " + names.getOrDefault(insured.insuredId(), ""),
                words.money(insured.limit()),
                period(insured),
                insured.score(),
                words.percent(insured.controlEffectivenessPercent()),
                insured.covers().stream()
                                .map(cover -> products.subject(cover.coverId()) + " " + words.money(cover.limit())
                                        + ": " + words.money(cover.premium()))
                                .collect(Collectors.joining("\n"))
                        + notPaid(insured),
                words.money(insured.premium()));
    }

    private String notPaid(ScheduledInsuredBody insured) {
        return insured.notPaid().isEmpty()
                ? ""
                : "\n" + words.label("not-paid", Map.of("items", String.join(", ", insured.notPaid())));
    }

    private String period(ScheduledInsuredBody insured) {
        String months = words.months(Long.parseLong(insured.monthsBegun()));
        return insured.inception() == null ? months : insured.inception() + " – " + insured.expiry() + "\n" + months;
    }
}
