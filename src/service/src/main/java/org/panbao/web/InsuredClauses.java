package org.panbao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.panbao.base.Text;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.CoverageBody;
import org.panbao.underwriting.answer.QuoteBody.TermBody;

/** The clauses of what a quote insures, each once however many cover items it belongs to, for its printed page. */
record InsuredClauses(List<Clause> warranties, List<Clause> conditions, List<Clause> exclusions) {

    /** One clause and the cover items it belongs to. */
    record Clause(String code, Text wording, List<String> items) {}

    static InsuredClauses of(QuoteBody answer) {
        return new InsuredClauses(
                once(answer, CoverageBody::warranties),
                once(answer, CoverageBody::conditions),
                once(answer, CoverageBody::exclusions));
    }

    public boolean isEmpty() {
        return warranties.isEmpty() && conditions.isEmpty() && exclusions.isEmpty();
    }

    private static List<Clause> once(QuoteBody answer, Function<CoverageBody, List<TermBody>> kind) {
        Map<String, Clause> byCode = new TreeMap<>();
        for (CoverageBody item : answer.coverage()) {
            if (item.insured() != null) {
                kind.apply(item)
                        .forEach(term -> byCode.computeIfAbsent(
                                        term.code(), code -> new Clause(code, term.wording(), new ArrayList<>()))
                                .items()
                                .add(item.item()));
            }
        }
        return List.copyOf(byCode.values());
    }
}
