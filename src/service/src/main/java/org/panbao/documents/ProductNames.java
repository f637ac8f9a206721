package org.panbao.documents;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.panbao.base.Language;
import org.panbao.base.Text;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Unit;
import tools.jackson.databind.JsonNode;

/**
 * What a product calls its covers, coefficients and parameters, their values in words, and where inputs come from: for
 * the reader of one language, the same on pages and in documents.
 */
public final class ProductNames {

    /** As calculations write where an input comes from: who, the fact of a plan, and what was made of it. */
    private static final Pattern ORIGIN = Pattern.compile("(plan|advice|request|score)(?: ([A-Za-z]+[.][\\w.]+))?(.*)");

    private static final Pattern NEXT_FILED = Pattern.compile(" ([0-9.]+), next filed value");
    private static final Pattern NO_MORE_THAN_SUM = Pattern.compile(" ([0-9.]+), no more than the sum of the limits");
    private static final Pattern OWN_LIMIT = Pattern.compile(" ([0-9.]+)((?: / \\w+ [0-9.]+)*)");

    private final Product product;
    private final Words words;
    private final TariffNames names;

    ProductNames(Product product, Words words) {
        this.product = product;
        this.words = words;
        this.names = TariffNames.of(product);
    }

    /** The names of this product in this language. */
    public static ProductNames of(Product product, Language language) {
        return new ProductNames(product, new Words(language));
    }

    /** A cover by its id, with the id. */
    public String cover(String id) {
        return subject(id) + " (" + id + ")";
    }

    /** What a step is about: a coefficient, a parameter, an operation of the tariff; else the id as it is. */
    public String subject(String id) {
        return words.of(names.name(id));
    }

    /** What a row of a record is about: {@code member}'s name, and the cover and insured that it is of, if any. */
    String subject(JsonNode row, String member) {
        return subject(row.path(member).asString("")) + about(row);
    }

    /** The cover and the insured of a schedule that a row is about, as far as it is about one. */
    String about(JsonNode row) {
        String cover = row.path("cover").asString("");
        return Stream.of(
                        cover.isEmpty() ? "" : subject(cover),
                        row.path("insured").asString(""))
                .filter(name -> !name.isEmpty())
                .map(name -> " · " + name)
                .collect(Collectors.joining());
    }

    /** The value of a parameter with its unit, a code by its name. */
    public String value(String parameterId, String value) {
        Parameter parameter = product.parameters().get(parameterId);
        if (parameter == null) {
            return value.matches("-?[0-9]+(\\.[0-9]+)?") ? words.number(value) : value;
        }
        Text code = parameter.codes().get(value);
        return code == null ? withUnit(value, parameter.unit()) : words.of(code);
    }

    /** The value of an input of a record. */
    public String input(JsonNode input) {
        String parameter = input.path("parameter").asString("");
        String value = input.path("value").asString("");
        return product.parameters().containsKey(parameter)
                ? value(parameter, value)
                : withUnit(value, Unit.valueOf(input.path("unit").asString("")));
    }

    /** Where an input of a record comes from. */
    public Origin origin(JsonNode input) {
        return origin(input.path("source").asString(""), input.path("defaulted").asBoolean(false));
    }

    Origin origin(String source, boolean defaulted) {
        Matcher known = ORIGIN.matcher(source);
        if (defaulted || !known.matches()) {
            return new Origin(words.label(defaulted ? "by-default" : "origin.filing"), null, source);
        }
        return new Origin(words.label("origin." + known.group(1)) + made(known.group(3)), known.group(2), null);
    }

    /** What was made of a value before it was used. */
    private String made(String said) {
        Matcher next = NEXT_FILED.matcher(said);
        if (next.matches()) {
            return words.label("origin.next-filed", Map.of("asked", words.number(next.group(1))));
        }
        Matcher sum = NO_MORE_THAN_SUM.matcher(said);
        if (sum.matches()) {
            return words.label("origin.sum", Map.of("asked", words.number(sum.group(1))));
        }
        Matcher own = OWN_LIMIT.matcher(said);
        return own.matches()
                ? words.label("origin.own", Map.of("limit", words.number(own.group(1)) + parts(own.group(2))))
                : said;
    }

    private String parts(String divisors) {
        return Arrays.stream(divisors.split(" / ", -1))
                .skip(1)
                .map(part -> part.split(" ", 2))
                .map(part -> " ÷ " + subject(part[0]) + " " + words.number(part[1]))
                .collect(Collectors.joining());
    }

    /**
     * Why a value was chosen inside its row: an insurer's standing choice {@code by} its id in the reader's language, a
     * person's in that person's words.
     */
    public String reason(boolean standing, String by, String reason) {
        return product.standingChoices().stream()
                .filter(choice -> standing && choice.id().equals(by))
                .findFirst()
                .map(choice -> words.of(choice.reason()))
                .orElse(reason);
    }

    /** A number with its unit; no time at all is none. */
    public String withUnit(String value, Unit unit) {
        return switch (unit) {
            case CODE -> value;
            case CNY -> words.money(value) + words.unit(unit, value);
            case DAYS, MONTHS, YEARS ->
                new BigDecimal(value).signum() == 0
                        ? words.label("no-time")
                        : words.number(value) + words.unit(unit, value);
            default -> words.number(value) + words.unit(unit, value);
        };
    }
}
