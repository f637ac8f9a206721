package org.panbao.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.panbao.documents.Block.Column;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.CoInsurerBody;

/** Several insurers in a quote's document: the share of each, and its part of the sum insured and of what is paid. */
final class CoInsuranceTable {

    private final QuoteBody answer;
    private final Words words;

    CoInsuranceTable(QuoteBody answer, Words words) {
        this.answer = answer;
        this.words = words;
    }

    void addTo(Blocks blocks) {
        blocks.table(
                words.label("co-insurance"),
                List.of(
                        Column.text(words.label("insurer"), 5),
                        Column.number(words.label("share"), 2),
                        Column.text(words.label("lead"), 2),
                        Column.number(words.label("sum-insured"), 5),
                        Column.number(words.label("premium-total"), 4),
                        Column.text(words.label("instalments"), 5)),
                answer.contract().coInsurance().stream().map(this::row).toList());
    }

    private List<String> row(CoInsurerBody insurer) {
        return List.of(
                insurer.insurer(),
                words.percent(insurer.sharePercent()),
                words.yesOrNo(insurer.lead()),
                words.money(insurer.sumInsured()),
                words.money(insurer.premium()),
                insurer.instalments().size() < 2
                        ? words.label("at-once")
                        : insurer.instalments().stream().map(words::money).collect(Collectors.joining(" + ")));
    }
}
