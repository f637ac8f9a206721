package org.panbao.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.panbao.base.Text;
import org.panbao.documents.Block.Column;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.CoverageBody;
import org.panbao.underwriting.answer.QuoteBody.TermBody;

/** The items of cover in a quote's document: what becomes of each, and the clauses of those that are insured. */
final class CoverageSection {

    private final QuoteSource source;
    private final QuoteBody answer;
    private final Words words;

    CoverageSection(QuoteSource source, Words words) {
        this.source = source;
        this.answer = source.answer();
        this.words = words;
    }

    void addTo(Blocks blocks) {
        coverage(blocks);
        if (!source.isDeclined()) {
            clauses(blocks);
        }
        biting(blocks);
    }

    private void coverage(Blocks blocks) {
        blocks.section(words.label("coverage"));
        blocks.table(
                words.label("coverage.caption"),
                List.of(
                        Column.text(words.label("item"), 8),
                        Column.text(words.label("wanted"), 3),
                        Column.text(words.label("payable"), 4),
                        Column.text(words.label("in-quote"), 8),
                        Column.number(words.label("suggested-limit"), 5)),
                answer.coverage().stream().map(this::item).toList());
    }

    private List<String> item(CoverageBody item) {
        return List.of(
                item.item() + " " + words.of(item.name()),
                item.wanted() ? words.yesOrNo(true) : "",
                words.term("cover-status", item.status()),
                note(item),
                words.money(
                        item.suggestedLimit() == null
                                ? null
                                : item.suggestedLimit().amount()));
    }

    /** What becomes of the item; why it is not offered, where the case is declined and the product could carry it. */
    private String note(CoverageBody item) {
        boolean carried = item.carriedBy() != null && !item.availability().equals("DROPPED");
        return source.isDeclined() && carried ? words.label("declined.item") : words.of(item.note()) + notPaidTo(item);
    }

    private String notPaidTo(CoverageBody item) {
        return item.notPaidTo().isEmpty()
                ? ""
                : "\n" + words.label("not-paid-to", Map.of("insureds", String.join(", ", item.notPaidTo())));
    }

    /** Exclusions, warranties and conditions of what this quote insures, each clause once. */
    private void clauses(Blocks blocks) {
        List<CoverageBody> insured = answer.coverage().stream()
                .filter(item -> item.insured() != null)
                .toList();
        clauses(blocks, "exclusions", insured.stream().flatMap(item -> item.exclusions().stream()));
        clauses(blocks, "warranties", insured.stream().flatMap(item -> item.warranties().stream()));
        clauses(blocks, "clause-conditions", insured.stream().flatMap(item -> item.conditions().stream()));
    }

    private void biting(Blocks blocks) {
        blocks.table(
                words.label("biting"),
                List.of(
                        Column.text(words.label("clause"), 4),
                        Column.text(words.label("item"), 1),
                        Column.text(words.label("why"), 5)),
                answer.bitingExclusions().stream()
                        .map(biting -> List.of(
                                biting.code() + " " + words.of(biting.wording()),
                                biting.item(),
                                words.of(biting.reason())))
                        .toList());
    }

    private void clauses(Blocks blocks, String label, Stream<TermBody> terms) {
        Map<String, Text> once = new TreeMap<>();
        terms.forEach(term -> once.put(term.code(), term.wording()));
        if (!once.isEmpty()) {
            blocks.subsection(words.label(label));
            blocks.items(once.entrySet().stream()
                    .map(term -> term.getKey() + " " + words.of(term.getValue()))
                    .toList());
        }
    }
}
