package org.panbao.rating;

import static org.panbao.rating.RateBasisNodes.bilingual;
import static org.panbao.rating.RateBasisNodes.interval;
import static org.panbao.rating.RateBasisNodes.list;
import static org.panbao.rating.RateBasisNodes.map;
import static org.panbao.rating.RateBasisNodes.money;
import static org.panbao.rating.RateBasisNodes.plain;
import static org.panbao.rating.RateBasisNodes.range;
import static org.panbao.rating.RateBasisNodes.rounding;
import static org.panbao.rating.RateBasisNodes.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.RowHit;

/**
 * The calculation's part of a rate-basis record, as maps, lists, strings, booleans and nulls: no number is left, because
 * canonical JSON (RFC 8785) would make a double of it. The form is {@code schemas/rate-basis-1.schema.json}.
 */
public final class RateBasisTree {

    private RateBasisTree() {}

    /**
     * The sections {@code product, term, inputs, exposure, steps, caps, coefficientTotals, offTable, choices, unresolved,
     * warnings, result}.
     */
    public static Map<String, Object> of(RatingResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("product", map("id", result.productId(), "digest", result.productDigest()));
        tree.put("term", term(result.term()));
        tree.put("inputs", list(result.inputs(), each -> of(each.insured(), input(each))));
        tree.put("exposure", list(result.exposures(), each -> of(each.insured(), exposure(each))));
        tree.put("steps", list(result.steps(), each -> of(each.insured(), step(each))));
        tree.put("caps", list(result.caps(), each -> of(each.insured(), cap(each))));
        tree.put("coefficientTotals", list(CoefficientTotal.of(result.steps()), RateBasisTree::total));
        tree.put("offTable", list(result.offTable(), each -> of(each.insured(), offTable(each))));
        tree.put("choices", list(result.choices(), each -> of(each.insured(), choice(each))));
        tree.put("unresolved", list(result.unresolved(), each -> of(each.insured(), unresolved(each))));
        tree.put("warnings", list(result.warnings(), RateBasisTree::finding));
        tree.put("result", result(result));
        return tree;
    }

    /** The same with the insured of a schedule that it belongs to; unchanged when it belongs to none. */
    private static Map<String, Object> of(@Nullable String insured, Map<String, Object> tree) {
        return insured == null ? tree : with(tree, "insured", insured);
    }

    private static Map<String, Object> with(Map<String, Object> tree, String name, Object value) {
        Map<String, Object> grown = new LinkedHashMap<>(tree);
        grown.put(name, value);
        return grown;
    }

    private static Map<String, Object> result(RatingResult result) {
        RatingResult.VatSplit vat = result.vat();
        Map<String, Object> tree = map(
                "covers",
                list(result.covers(), RateBasisTree::cover),
                "annual",
                money(result.annualTotal()),
                "term",
                money(result.termTotal()),
                "vat",
                vat == null ? null : vat(vat),
                "instalments",
                list(result.instalments(), RateBasisNodes::money),
                "filedRange",
                range(result.filedRange()),
                "openRange",
                range(result.openRange()),
                "positionInRange",
                plain(result.positionInRange()));
        return result.insureds().isEmpty()
                ? tree
                : with(tree, "insureds", list(result.insureds(), RateBasisTree::insured));
    }

    private static Map<String, Object> insured(RatingResult.InsuredPremium insured) {
        return map(
                "insured",
                insured.insured(),
                "term",
                term(insured.term()),
                "controlEffectivenessPercent",
                plain(insured.controlEffectivenessPercent()),
                "covers",
                list(insured.covers(), RateBasisTree::cover),
                "annual",
                money(insured.annual()),
                "termPremium",
                money(insured.termPremium()));
    }

    private static Map<String, Object> term(Term term) {
        return map(
                "months",
                Integer.toString(term.monthsBegun()),
                "inception",
                text(term.inception()),
                "expiry",
                text(term.expiry()));
    }

    private static Map<String, Object> input(RatingResult.Input input) {
        InputValue value = input.value();
        return map(
                "pointer",
                input.pointer(),
                "parameter",
                input.parameter(),
                "cover",
                input.cover(),
                "name",
                bilingual(input.name()),
                "value",
                value.value(),
                "unit",
                input.unit().name(),
                "source",
                value.source(),
                "assertedBy",
                value.assertedBy(),
                "at",
                text(value.at()),
                "defaulted",
                value.defaulted());
    }

    private static Map<String, Object> step(Step step) {
        RowHit hit = step.hit();
        return map(
                "number",
                Integer.toString(step.number()),
                "register",
                step.register(),
                "operator",
                step.operator().name(),
                "subject",
                step.subject(),
                "cover",
                step.cover(),
                "operands",
                list(step.operands(), RateBasisTree::operand),
                "hit",
                hit == null ? null : hit(hit),
                "rounding",
                rounding(step.rounding()),
                "value",
                plain(step.value()),
                "before",
                plain(step.before()),
                "after",
                plain(step.after()));
    }

    private static Map<String, Object> operand(Operand operand) {
        return map(
                "role",
                operand.role(),
                "from",
                operand.source().name(),
                "ref",
                operand.ref(),
                "value",
                plain(operand.value()));
    }

    private static Map<String, Object> hit(RowHit hit) {
        return map(
                "table",
                hit.table(),
                "tableSha256",
                hit.tableDigest(),
                "key",
                list(hit.key(), RateBasisTree::keyPart),
                "row",
                hit.row(),
                "nextRow",
                hit.nextRow(),
                "keyRange",
                interval(hit.keyRange()),
                "values",
                interval(hit.values()),
                "direction",
                hit.direction().name(),
                "interpolation",
                hit.interpolation().name());
    }

    private static Map<String, Object> keyPart(KeyPart part) {
        return map("name", part.name(), "from", part.source().name(), "ref", part.ref(), "value", part.value());
    }

    private static Map<String, Object> cap(RatingResult.CapApplied cap) {
        return map(
                "cap",
                cap.cap(),
                "cover",
                cap.cover(),
                "register",
                cap.register(),
                "uncapped",
                plain(cap.uncapped()),
                "capped",
                plain(cap.capped()),
                "bound",
                cap.bound());
    }

    private static Map<String, Object> exposure(RatingResult.Exposure exposure) {
        return map(
                "cover",
                exposure.cover(),
                "parameter",
                exposure.parameter(),
                "unit",
                exposure.unit().name(),
                "from",
                exposure.source().name(),
                "ref",
                exposure.ref(),
                "amount",
                plain(exposure.amount()),
                "bands",
                list(exposure.bands(), RateBasisTree::band));
    }

    private static Map<String, Object> band(RatingResult.SizeBand band) {
        return map(
                "coefficient",
                band.coefficient(),
                "parameter",
                band.parameter(),
                "key",
                band.key(),
                "unit",
                "CNY",
                "filedUnitCny",
                plain(band.filedUnitCny()),
                "table",
                band.hit().table(),
                "row",
                band.hit().row(),
                "keyRange",
                interval(band.hit().keyRange()));
    }

    private static Map<String, Object> total(CoefficientTotal total) {
        return map(
                "register",
                total.register(),
                "cover",
                total.cover(),
                "base",
                plain(total.base()),
                "total",
                plain(total.total()),
                "uncapped",
                plain(total.uncapped()),
                "capped",
                plain(total.capped()),
                "cappedTotal",
                plain(total.cappedTotal()),
                "bound",
                total.isBound());
    }

    private static Map<String, Object> offTable(RatingResult.OffTableHit hit) {
        return map(
                "coefficient",
                hit.coefficient(),
                "cover",
                hit.cover(),
                "key",
                hit.key(),
                "row",
                hit.row(),
                "favours",
                hit.favours());
    }

    private static Map<String, Object> choice(RatingResult.ChoiceUsed used) {
        Choice choice = used.choice();
        return map(
                "ref",
                used.ref(),
                "coefficient",
                used.coefficient(),
                "cover",
                used.cover(),
                "row",
                used.row(),
                "values",
                interval(used.values()),
                "minimum",
                plain(used.minimum()),
                "maximum",
                plain(used.maximum()),
                "value",
                plain(used.value()),
                "placedValue",
                plain(used.placedValue()),
                "standingValue",
                plain(used.standingValue()),
                "insideRow",
                used.insideRow(),
                "standing",
                used.standing(),
                "reason",
                choice.reason(),
                "by",
                choice.by(),
                "authority",
                choice.authority(),
                "evidence",
                choice.evidence());
    }

    private static Map<String, Object> unresolved(RatingResult.Unresolved open) {
        return map(
                "coefficient",
                open.coefficient(),
                "cover",
                open.cover(),
                "row",
                open.row(),
                "name",
                bilingual(open.name()),
                "minimum",
                plain(open.minimum()),
                "maximum",
                plain(open.maximum()),
                "why",
                bilingual(open.why()));
    }

    private static Map<String, Object> finding(Finding finding) {
        return map("pointer", finding.pointer(), "code", finding.code(), "message", bilingual(finding.message()));
    }

    private static Map<String, Object> cover(RatingResult.CoverPremium cover) {
        return map("cover", cover.cover(), "premium", money(cover.premium()), "filedRange", range(cover.filedRange()));
    }

    private static Map<String, Object> vat(RatingResult.VatSplit vat) {
        return map(
                "rate",
                plain(vat.rate()),
                "includedInRates",
                vat.includedInRates(),
                "net",
                money(vat.net()),
                "tax",
                money(vat.tax()),
                "gross",
                money(vat.gross()));
    }
}
