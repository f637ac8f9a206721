package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.DerivedParameter;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Relation;

/** A filed tariff as it is shown: covers, parameters, every coefficient with its rows. Numbers are plain text. */
record ProductBody(
        String productId,
        Text name,
        String line,
        String form,
        boolean sample,
        String source,
        String digest,
        List<FilingBody> filings,
        List<CoverBody> covers,
        List<ParameterBody> parameters,
        List<DerivedBody> derived,

        @Schema(description = "What must hold between two parameters, so that the cover can pay at all.")
        List<RelationBody> relations,

        @Schema(description = "What the wording makes of each cover item; an item that is not named is UNMAPPED.")
        Map<String, String> coverage,

        List<CoefficientBody> coefficients,
        ShortTermBody shortTerm,
        List<String> operations,
        List<Text> notices) {

    record FilingBody(
            String insurer,
            String reference,
            List<String> territory,
            String periodFrom,
            @Nullable String periodTo,
            boolean premiumBeforeCover) {}

    record CoverBody(
            String coverId,
            Text name,
            String line,
            List<String> items,
            @Nullable String amount,
            List<String> premiumsOf,
            String baseRate,
            String source) {}

    record ParameterBody(
            String id,
            List<String> covers,
            String unit,
            Text name,
            Map<String, Text> codes,
            String allowed,
            boolean required,
            @Nullable String defaultValue,
            @Nullable String defaultFrom,

            @Schema(description = "Where a plan's wish goes that no filed row takes; null when it is refused.")
            @Nullable
            String betweenRows,

            @Schema(description = "True for what is said of the enterprise or the sale, not agreed as a term.")
            boolean ratingFact,

            List<String> facts,
            String source) {}

    record DerivedBody(String id, List<String> covers, String unit, String formula, List<String> of) {}

    record RelationBody(String parameter, String kind, String other, String source) {}

    record CoefficientBody(
            String id,
            Text name,
            List<String> covers,
            List<String> key,
            String placement,
            String interpolation,
            String offTable,
            @Nullable String group,
            String table,
            List<RowBody> rows,
            String source) {}

    /**
     * A filed row.
     *
     * @param key range of the key in the notation of filings, for example {@code (50000, 100000]}
     * @param value the filed value, or the range to choose from
     */
    record RowBody(
            String id, List<String> codes, @Nullable String key, String value, String placement, String source) {}

    record ShortTermBody(String method, Map<Integer, String> months, String source) {}

    static ProductBody of(Product product) {
        return new ProductBody(
                product.id(),
                product.name(),
                product.line().name(),
                product.form().name(),
                product.sample(),
                product.source(),
                product.digest(),
                product.filings().stream().map(ProductBody::filing).toList(),
                product.covers().stream().map(ProductBody::cover).toList(),
                product.parameters().values().stream()
                        .map(ProductBody::parameter)
                        .toList(),
                product.derived().values().stream().map(ProductBody::derived).toList(),
                product.relations().stream().map(ProductBody::relation).toList(),
                coverage(product),
                product.coefficients().stream().map(ProductBody::coefficient).toList(),
                shortTerm(product.shortTerm()),
                product.operations().stream().map(Enum::name).toList(),
                product.notices().stream().map(notice -> notice.message()).toList());
    }

    private static FilingBody filing(Product.Filing filing) {
        return new FilingBody(
                filing.insurer(),
                filing.reference(),
                filing.territory(),
                filing.periodFrom().toString(),
                filing.periodTo() == null ? null : filing.periodTo().toString(),
                filing.premiumBeforeCover());
    }

    private static CoverBody cover(Product.Cover cover) {
        return new CoverBody(
                cover.id(),
                cover.name(),
                cover.line().name(),
                cover.items(),
                cover.amount(),
                cover.premiumsOf(),
                plain(cover.baseRate().rate()),
                cover.baseRate().source());
    }

    private static ParameterBody parameter(Parameter parameter) {
        return new ParameterBody(
                parameter.id(),
                parameter.covers(),
                parameter.unit().name(),
                parameter.name(),
                parameter.codes(),
                parameter.allowed().toString(),
                parameter.isRequired(),
                parameter.defaultValue(),
                parameter.defaultFrom(),
                parameter.betweenRows() == null ? null : parameter.betweenRows().name(),
                parameter.ratingFact(),
                parameter.facts(),
                parameter.source());
    }

    private static DerivedBody derived(DerivedParameter derived) {
        return new DerivedBody(
                derived.id(),
                derived.covers(),
                derived.unit().name(),
                derived.formula().name(),
                derived.of());
    }

    private static RelationBody relation(Relation relation) {
        return new RelationBody(relation.parameter(), relation.kind().name(), relation.other(), relation.source());
    }

    private static Map<String, String> coverage(Product product) {
        Map<String, String> coverage = new TreeMap<>();
        product.itemStatus().forEach((item, status) -> coverage.put(item, status.name()));
        return coverage;
    }

    private static CoefficientBody coefficient(Coefficient coefficient) {
        List<String> key = new ArrayList<>(coefficient.codeKeys());
        if (coefficient.rangeKey() != null) {
            key.add(coefficient.rangeKey());
        }
        return new CoefficientBody(
                coefficient.id(),
                coefficient.name(),
                coefficient.covers(),
                key,
                coefficient.placement().name(),
                coefficient.interpolation().name(),
                coefficient.offTable().name(),
                coefficient.group(),
                coefficient.path(),
                coefficient.rows().stream().map(ProductBody::row).toList(),
                coefficient.source());
    }

    private static RowBody row(Coefficient.Row row) {
        return new RowBody(
                row.id(),
                row.codes(),
                row.key() == null ? null : range(row.key()),
                range(row.value()),
                row.placement().name(),
                row.source());
    }

    private static String range(Interval interval) {
        BigDecimal low = interval.low();
        return low != null && interval.isPoint() ? plain(low) : interval.toString();
    }

    private static ShortTermBody shortTerm(Product.ShortTerm rule) {
        Map<Integer, String> months = new TreeMap<>();
        rule.months().forEach((month, factor) -> months.put(month, plain(factor.factor())));
        return new ShortTermBody(rule.method().name(), months, rule.source());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
