package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/** Reads the parameters and derived parameters of a product file. */
final class ParameterReader {

    private ParameterReader() {}

    static Parameter parameter(YamlNode node, List<String> coverIds) {
        node.allow(
                "id",
                "covers",
                "unit",
                "name",
                "codes",
                "above",
                "atLeast",
                "below",
                "atMost",
                "facts",
                "otherwise",
                "betweenRows",
                "ratingFact",
                "default",
                "defaultFrom",
                "source");
        Unit unit = node.constant("unit", Unit.class);
        Map<String, Text> codes = codes(node);
        if (unit.isNumber() == !codes.isEmpty()) {
            throw node.fault("codes go with the unit CODE and with no other");
        }
        String defaultValue = node.textOrNull("default");
        String defaultFrom = node.textOrNull("defaultFrom");
        if (defaultValue != null && defaultFrom != null) {
            throw node.fault("'default' and 'defaultFrom' exclude each other");
        }
        Interval allowed = allowed(node);
        if (defaultValue != null && !fits(defaultValue, codes, allowed)) {
            throw node.node("default").fault("the default is not an allowed value");
        }
        String otherwise = node.textOrNull("otherwise");
        if (otherwise != null && !codes.containsKey(otherwise)) {
            throw node.node("otherwise").fault("'" + otherwise + "' is no code of the list");
        }
        return new Parameter(
                node.text("id"),
                covers(node, coverIds),
                unit,
                node.bilingual("name"),
                codes,
                allowed,
                node.has("facts") ? node.texts("facts") : List.of(),
                otherwise,
                betweenRows(node, unit),
                node.has("ratingFact") && node.flag("ratingFact"),
                defaultValue,
                defaultFrom,
                node.text("source"));
    }

    private static Parameter.@Nullable BetweenRows betweenRows(YamlNode node, Unit unit) {
        if (!node.has("betweenRows")) {
            return null;
        }
        if (!unit.isNumber()) {
            throw node.node("betweenRows").fault("only numbers have neighbours");
        }
        return node.constant("betweenRows", Parameter.BetweenRows.class);
    }

    static DerivedParameter derived(YamlNode node, List<String> coverIds) {
        node.allow("id", "covers", "unit", "name", "formula", "of", "source");
        DerivedParameter.Formula formula = node.constant("formula", DerivedParameter.Formula.class);
        List<String> of = node.texts("of");
        int expected = formula == DerivedParameter.Formula.SUM_OVER_COVERS ? 1 : 2;
        boolean many = formula == DerivedParameter.Formula.MULTIPLY || formula == DerivedParameter.Formula.ADD;
        if (of.size() < expected || (of.size() > expected && !many)) {
            throw node.fault("formula " + formula + " cannot be made of " + of);
        }
        return new DerivedParameter(
                node.text("id"),
                covers(node, coverIds),
                node.constant("unit", Unit.class),
                node.bilingual("name"),
                formula,
                of,
                node.text("source"));
    }

    /** {@code {parameter: deductible, lessThan: perEventLimit}}, or {@code atMost}; both of one unit. */
    static Relation relation(YamlNode node, DeclaredParameters declared) {
        node.allow("parameter", "lessThan", "atMost", "source");
        if (node.has("lessThan") == node.has("atMost")) {
            throw node.fault("a relation has either 'lessThan' or 'atMost'");
        }
        Relation.Kind kind = node.has("lessThan") ? Relation.Kind.LESS_THAN : Relation.Kind.AT_MOST;
        String parameter = node.text("parameter");
        String other = node.text(node.has("lessThan") ? "lessThan" : "atMost");
        Unit unit = declared.findUnit(parameter);
        if (unit == null || !unit.isNumber() || unit != declared.findUnit(other)) {
            throw node.fault("'" + parameter + "' and '" + other + "' are not two numbers of one unit");
        }
        if (declared.coverIds().stream()
                .noneMatch(cover -> declared.isReadableBy(cover, parameter) && declared.isReadableBy(cover, other))) {
            throw node.fault("no cover has both '" + parameter + "' and '" + other + "'");
        }
        return new Relation(parameter, kind, other, node.text("source"));
    }

    private static List<String> covers(YamlNode node, List<String> coverIds) {
        List<String> covers = new ArrayList<>();
        for (YamlNode item : node.list("covers")) {
            if (!coverIds.contains(item.text())) {
                throw item.fault("no cover '" + item.text() + "'");
            }
            covers.add(item.text());
        }
        return covers;
    }

    private static Map<String, Text> codes(YamlNode node) {
        Map<String, Text> codes = new LinkedHashMap<>();
        if (node.has("codes")) {
            YamlNode list = node.node("codes");
            list.fields().keySet().forEach(code -> codes.put(code, list.bilingual(code)));
        }
        return codes;
    }

    private static Interval allowed(YamlNode node) {
        BigDecimal above = decimal(node, "above");
        BigDecimal atLeast = decimal(node, "atLeast");
        BigDecimal below = decimal(node, "below");
        BigDecimal atMost = decimal(node, "atMost");
        if ((above != null && atLeast != null) || (below != null && atMost != null)) {
            throw node.fault("an end is stated twice");
        }
        Interval allowed = new Interval(
                above != null ? above : atLeast, atLeast != null, below != null ? below : atMost, atMost != null);
        if (allowed.isEmpty()) {
            throw node.fault("no value is allowed");
        }
        return allowed;
    }

    private static boolean fits(String value, Map<String, Text> codes, Interval allowed) {
        if (!codes.isEmpty()) {
            return codes.containsKey(value);
        }
        return value.matches("\\d+(\\.\\d+)?") && allowed.contains(new BigDecimal(value));
    }

    /** A plain decimal number, or null when the key is missing. */
    static @Nullable BigDecimal decimal(YamlNode node, String name) {
        String text = node.textOrNull(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d+(\\.\\d+)?")) {
            throw node.node(name).fault("'" + name + "' is not a plain number: " + text);
        }
        return new BigDecimal(text);
    }
}
