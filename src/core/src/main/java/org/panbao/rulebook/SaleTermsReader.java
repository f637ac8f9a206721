package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.rulebook.Product.ShortTermMethod;

/** Reads what surrounds the coefficients of a product: term, instalments, tax, caps and standing choices. */
final class SaleTermsReader {

    private static final String AGGREGATE_FACT = "need.aggregateLimitCny";

    private final ReleaseFiles files;
    private final String folder;
    private final DeclaredParameters declared;
    private final Faults faults;

    SaleTermsReader(ReleaseFiles files, String folder, DeclaredParameters declared, Faults faults) {
        this.files = files;
        this.folder = folder;
        this.declared = declared;
        this.faults = faults;
    }

    /**
     * The product's parameter that limits all covers together: the one named, else the one that stands for the plan's
     * aggregate limit; null when there is neither.
     */
    @Nullable
    String aggregate(YamlNode root) {
        String id = root.textOrNull("aggregate");
        if (id == null) {
            return declared.parameters().values().stream()
                    .filter(parameter ->
                            isAmountOfProduct(parameter) && parameter.facts().contains(AGGREGATE_FACT))
                    .map(Parameter::id)
                    .findFirst()
                    .orElse(null);
        }
        Parameter parameter = declared.parameters().get(id);
        if (parameter == null || !isAmountOfProduct(parameter)) {
            throw root.node("aggregate").fault("'" + id + "' is no parameter of the whole product in CNY");
        }
        return id;
    }

    private static boolean isAmountOfProduct(Parameter parameter) {
        return parameter.isOfProduct() && parameter.unit() == Unit.CNY;
    }

    Product.ShortTerm shortTerm(YamlNode node) {
        node.allow("method", "daysOfYear", "rounding", "source");
        ShortTermMethod method = node.constant("method", ShortTermMethod.class);
        BigDecimal days = ParameterReader.decimal(node, "daysOfYear");
        if ((method == ShortTermMethod.BY_DAY) != (days != null)) {
            throw node.fault("'daysOfYear' goes with the method BY_DAY and with no other");
        }
        boolean byTable = method == ShortTermMethod.MONTH_TABLE;
        String path = folder + (byTable ? "short-term.csv" : "product.yaml");
        return new Product.ShortTerm(
                method,
                byTable ? months(path) : Map.of(),
                days,
                ProductReader.rounding(node.node("rounding")),
                path,
                FileDigests.of(files, path),
                node.text("source"));
    }

    private Map<Integer, Product.MonthFactor> months(String path) {
        Map<Integer, Product.MonthFactor> months = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(files, path).rows()) {
            int month = row.decimal("months").intValueExact();
            Product.MonthFactor factor = new Product.MonthFactor(row.id(), row.decimal("factor"), row.text("source"));
            if (months.put(month, factor) != null) {
                faults.add(path, row.line(), "month " + month + " stands twice");
            }
            if (month != months.size()) {
                faults.add(path, row.line(), "months must run from 1 without a gap");
            }
        }
        return months;
    }

    Product.Instalments instalments(YamlNode node) {
        node.allow("parameter", "parts", "source");
        String id = node.textOrNull("parameter");
        Map<String, Integer> parts = new LinkedHashMap<>();
        if (id != null) {
            Parameter parameter = declared.parameters().get(id);
            YamlNode list = node.node("parts");
            if (parameter == null
                    || !parameter.isOfProduct()
                    || !parameter.codes().keySet().equals(list.fields().keySet())) {
                throw list.fault("the number of parts must be stated for each code of a parameter of the product");
            }
            list.fields().forEach((code, count) -> parts.put(code, partCount(count)));
        }
        return new Product.Instalments(id, parts, node.text("source"));
    }

    private static int partCount(YamlNode node) {
        if (!node.text().matches("[1-9]\\d?")) {
            throw node.fault("a premium is paid in 1 to 99 parts");
        }
        return Integer.parseInt(node.text());
    }

    Product.Vat vat(YamlNode node) {
        node.allow("rate", "included", "source");
        BigDecimal rate = ParameterReader.decimal(node, "rate");
        if (rate == null || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw node.fault("the rate of the tax must be a fraction below one");
        }
        return new Product.Vat(rate, node.flag("included"), node.text("source"));
    }

    Product.Cap cap(YamlNode node) {
        node.allow("id", "basis", "covers", "minimum", "maximum", "source");
        BigDecimal minimum = ParameterReader.decimal(node, "minimum");
        BigDecimal maximum = ParameterReader.decimal(node, "maximum");
        if ((minimum == null && maximum == null)
                || (minimum != null && maximum != null && minimum.compareTo(maximum) > 0)) {
            throw node.fault("a cap needs a minimum or a maximum, in this order");
        }
        Product.CapBasis basis = node.constant("basis", Product.CapBasis.class);
        List<String> covers = node.texts("covers");
        if (!declared.coverIds().containsAll(covers)) {
            throw node.fault("the cap is for covers that the product has not");
        }
        if (covers.isEmpty() && basis != Product.CapBasis.PREMIUM) {
            throw node.fault("a cap on the total is on its premium");
        }
        return new Product.Cap(node.text("id"), basis, covers, minimum, maximum, node.text("source"));
    }

    List<StandingChoice> standingChoices(List<Coefficient> coefficients) {
        String path = folder + "standing-choices.csv";
        if (!files.files().containsKey(path)) {
            return List.of();
        }
        List<StandingChoice> choices = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(files, path).rows()) {
            StandingChoice choice = faults.collect(() -> standingChoice(row, coefficients));
            if (choice != null) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static StandingChoice standingChoice(CsvTable.Row row, List<Coefficient> coefficients) {
        String coefficientId = row.text("coefficient");
        BigDecimal value = row.decimal("value");
        Coefficient.Row filed = findRow(coefficients, coefficientId, row.text("row"));
        if (filed == null) {
            throw new RulebookException(
                    row.path(), row.line(), "no row '" + row.text("row") + "' in coefficient '" + coefficientId + "'");
        }
        if (!filed.value().contains(value)) {
            throw new RulebookException(row.path(), row.line(), value + " is outside " + filed.value());
        }
        if (row.text("reason_zh").isEmpty()
                || row.text("reason_en").isEmpty()
                || row.text("evidence").isEmpty()) {
            throw new RulebookException(row.path(), row.line(), "a standing choice needs a reason and evidence");
        }
        Boolean keyStated = keyStated(row);
        if (Boolean.FALSE.equals(keyStated) && !isGreatest(value, filed.value())) {
            throw new RulebookException(
                    row.path(), row.line(), "what nobody stated takes the greatest value of " + filed.value());
        }
        return new StandingChoice(
                row.id(),
                coefficientId,
                row.textOrNull("cover"),
                filed.id(),
                keyStated,
                value,
                new Text(row.text("reason_zh"), row.text("reason_en")),
                row.text("evidence"),
                row.text("source"));
    }

    private static @Nullable Boolean keyStated(CsvTable.Row row) {
        String column = "key_stated";
        return row.cells().getOrDefault(column, "").isEmpty() ? null : Boolean.valueOf(row.yes(column));
    }

    private static boolean isGreatest(BigDecimal value, Interval values) {
        BigDecimal high = values.high();
        return high != null && values.highIncluded() && value.compareTo(high) == 0;
    }

    private static Coefficient.@Nullable Row findRow(List<Coefficient> coefficients, String id, String row) {
        for (Coefficient coefficient : coefficients) {
            if (coefficient.id().equals(id)) {
                for (Coefficient.Row candidate : coefficient.rows()) {
                    if (candidate.id().equals(row)) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }
}
