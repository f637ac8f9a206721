package org.panbao.rating;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.Source;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.DerivedParameter;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Unit;

/** The parameters of one calculation: as given, by default, or worked out from others; each worked out once. */
final class Parameters {

    /** Divisions are carried to 34 significant digits, half even. */
    static final MathContext DIVISION = MathContext.DECIMAL128;

    private final Product product;
    private final List<Cover> covers;
    private final InputReader reader;
    private final RatingFindings findings;
    private final Trace trace;
    private final Map<String, Value> numbers = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> defaulted = new HashSet<>();
    private final List<RatingResult.Input> inputs = new ArrayList<>();
    private final List<Parameters> insureds = new ArrayList<>();
    private final Part part;
    private final SharedParameters shared;
    private final @Nullable Parameters common;

    /** Which parameters are read here. */
    private enum Part {
        ALL,
        SHARED,
        OWN
    }

    private Parameters(Sheet sheet, List<Cover> covers, InputReader reader, Part part, @Nullable Parameters common) {
        this.product = sheet.product();
        this.covers = List.copyOf(covers);
        this.reader = reader;
        this.findings = sheet.findings();
        this.trace = sheet.trace();
        this.part = part;
        this.shared = new SharedParameters(product);
        this.common = common;
    }

    /** Those of a single risk. */
    static Parameters single(Sheet sheet, List<Cover> covers, InputReader reader) {
        return new Parameters(sheet, covers, reader, Part.ALL, null);
    }

    /** Those that the insureds of a schedule share. */
    static Parameters shared(Sheet sheet, InputReader reader) {
        return new Parameters(sheet, List.of(), reader, Part.SHARED, null);
    }

    /** Those of one insured, which reads what is shared from here and whose covers count in sums over covers. */
    Parameters ofInsured(Sheet sheet, List<Cover> itsCovers, InputReader itsReader) {
        Parameters own = new Parameters(sheet, itsCovers, itsReader, Part.OWN, this);
        insureds.add(own);
        return own;
    }

    private boolean isMine(String id) {
        return part == Part.ALL || shared.contains(id) == (part == Part.SHARED);
    }

    /** Where a value is kept: here, or with what is shared. */
    private Parameters keeperOf(String id) {
        return common == null || isMine(id) ? this : common;
    }

    /** Reads every needed parameter; what is missing or wrong is noted. */
    void read(Set<String> needed) {
        for (Parameter parameter : product.parameters().values()) {
            if (!needed.contains(parameter.id()) || !isMine(parameter.id())) {
                continue;
            }
            if (parameter.isOfProduct()) {
                read(parameter, null);
            }
            for (Cover cover : covers) {
                if (parameter.covers().contains(cover.id())) {
                    read(parameter, cover.id());
                }
            }
        }
    }

    private void read(Parameter parameter, @Nullable String cover) {
        String pointer = reader.pointerOf(parameter, cover);
        InputValue value = reader.given(parameter, cover);
        if (value == null && parameter.defaultFrom() != null) {
            return;
        }
        String fallback = parameter.defaultValue();
        if (value == null && fallback == null) {
            findings.invalid(pointer, "missing-parameter", Map.of("parameter", parameter.id()));
            return;
        }
        if (value == null) {
            value = defaulted(parameter, String.valueOf(fallback), parameter.source());
            defaulted.add(key(parameter.id(), cover));
            findings.warn(pointer, "default-used", Map.of("parameter", parameter.id(), "value", value.value()));
        }
        keep(pointer, parameter, cover, value);
        if (!parameter.unit().isNumber()) {
            reader.checkCode(parameter, value, pointer);
            codes.put(key(parameter.id(), cover), value.value());
            return;
        }
        BigDecimal number = reader.number(parameter, value, pointer);
        if (number != null) {
            numbers.put(key(parameter.id(), cover), new Value(Source.INPUT, pointer, number));
        }
    }

    private void keep(String pointer, Parameter parameter, @Nullable String cover, InputValue value) {
        String insured = trace.scope().insured();
        inputs.add(new RatingResult.Input(
                pointer, parameter.id(), cover, parameter.name(), parameter.unit(), value, insured));
    }

    private static InputValue defaulted(Parameter parameter, String value, String source) {
        return new InputValue(value, parameter.unit(), source, null, null, true);
    }

    private static String key(String id, @Nullable String cover) {
        return cover == null ? id : id + "@" + cover;
    }

    List<RatingResult.Input> inputs() {
        return inputs;
    }

    /** Whether the value is one for the whole product, the same for every cover. */
    boolean isOfProduct(String id) {
        Parameter parameter = product.parameters().get(id);
        DerivedParameter derived = product.derived().get(id);
        return (parameter != null && parameter.isOfProduct()) || (derived != null && derived.isOfProduct());
    }

    /** Whether a parameter is what all covers pay together, divided by something. */
    boolean isRatioOfAggregate(String id) {
        DerivedParameter derived = product.derived().get(id);
        return derived != null
                && derived.formula() == DerivedParameter.Formula.DIVIDE
                && derived.of().get(0).equals(product.aggregate())
                && product.derived().containsKey(derived.of().get(1));
    }

    /** What a derived parameter is made of. */
    List<String> partsOf(String id) {
        DerivedParameter derived = product.derived().get(id);
        return derived == null ? List.of() : derived.of();
    }

    /** What a parameter or a derived one counts. */
    Unit unit(String id) {
        Parameter parameter = product.parameters().get(id);
        DerivedParameter derived = product.derived().get(id);
        if (parameter != null) {
            return parameter.unit();
        }
        if (derived == null) {
            throw new IllegalStateException("the product was checked when it was loaded: " + id);
        }
        return derived.unit();
    }

    /** Whether a parameter has a usable value; when not, the reason was noted when it was read. */
    boolean isReadable(String id, @Nullable String cover) {
        if (keeperOf(id) != this) {
            return keeperOf(id).isReadable(id, null);
        }
        if (numbers.containsKey(id) || codes.containsKey(id) || hasOwn(id, cover)) {
            return true;
        }
        Parameter parameter = product.parameters().get(id);
        if (parameter != null && isReadBy(parameter.covers(), cover)) {
            String from = parameter.defaultFrom();
            return from != null && reader.given(parameter, cover) == null && isReadable(from, cover);
        }
        DerivedParameter derived = product.derived().get(id);
        if (derived == null) {
            return false;
        }
        if (derived.formula() == DerivedParameter.Formula.SUM_OVER_COVERS) {
            return addendsAreReadable(derived.of().get(0));
        }
        return derived.of().stream().allMatch(each -> isReadable(each, cover));
    }

    private boolean addendsAreReadable(String id) {
        return covers.stream().filter(each -> has(id, each.id())).allMatch(each -> isReadable(id, each.id()))
                && insureds.stream().allMatch(insured -> insured.addendsAreReadable(id));
    }

    /** Whether a default of the product selects the row, so that nobody stated what the coefficient reads. */
    boolean isDefaulted(Coefficient coefficient, @Nullable String cover) {
        return Stream.concat(coefficient.codeKeys().stream(), Stream.ofNullable(coefficient.rangeKey()))
                .anyMatch(id -> keeperOf(id).defaulted.contains(key(id, cover))
                        || keeperOf(id).defaulted.contains(id));
    }

    private boolean hasOwn(String id, @Nullable String cover) {
        String own = key(id, cover);
        return numbers.containsKey(own) || codes.containsKey(own);
    }

    /** A number that a cover reads; derived ones are worked out, with a step, when they are first read. */
    Value number(String id, @Nullable String cover) {
        if (keeperOf(id) != this) {
            return keeperOf(id).number(id, null);
        }
        String own = key(id, cover);
        Value known = cover == null ? null : numbers.get(own);
        if (known == null) {
            known = numbers.get(id);
        }
        if (known != null) {
            return known;
        }
        Parameter parameter = product.parameters().get(id);
        if (parameter != null && isReadBy(parameter.covers(), cover)) {
            return defaultFrom(parameter, parameter.isOfProduct() ? null : cover);
        }
        DerivedParameter derived = product.derived().get(id);
        if (derived == null) {
            throw new IllegalStateException("the product was checked when it was loaded: " + id);
        }
        return derive(derived, derived.isOfProduct() ? null : cover);
    }

    private static boolean isReadBy(List<String> owners, @Nullable String cover) {
        return owners.isEmpty() || (cover != null && owners.contains(cover));
    }

    private Value defaultFrom(Parameter parameter, @Nullable String cover) {
        String from = parameter.defaultFrom();
        if (from == null) {
            throw new IllegalStateException("read before it was checked: " + parameter.id());
        }
        Value value = number(from, cover);
        String pointer = reader.pointerOf(parameter, cover);
        InputValue shown =
                defaulted(parameter, value.number().toPlainString(), "= " + from + "; " + parameter.source());
        keep(pointer, parameter, cover, shown);
        findings.warn(pointer, "default-used", Map.of("parameter", parameter.id(), "value", shown.value()));
        numbers.put(key(parameter.id(), cover), value);
        return value;
    }

    private Value derive(DerivedParameter derived, @Nullable String cover) {
        List<Operand> operands = new ArrayList<>();
        BigDecimal result = null;
        for (Value each : parts(derived, cover)) {
            result = result == null ? each.number() : combine(derived.formula(), result, each.number());
            operands.add(each.as(
                    derived.formula() == DerivedParameter.Formula.DIVIDE && operands.isEmpty()
                            ? "dividend"
                            : derived.formula() == DerivedParameter.Formula.DIVIDE ? "divisor" : "value"));
        }
        if (result == null) {
            result = BigDecimal.ZERO;
        }
        String register = key(derived.id(), cover);
        Value value =
                trace.write(register, operator(derived.formula()), derived.id(), cover, operands, null, null, result);
        numbers.put(register, value);
        return value;
    }

    private List<Value> parts(DerivedParameter derived, @Nullable String cover) {
        if (derived.formula() != DerivedParameter.Formula.SUM_OVER_COVERS) {
            return derived.of().stream().map(each -> number(each, cover)).toList();
        }
        return addends(derived.of().get(0)).toList();
    }

    private Stream<Value> addends(String id) {
        return Stream.concat(
                covers.stream().filter(each -> has(id, each.id())).map(each -> number(id, each.id())),
                insureds.stream().flatMap(insured -> insured.addends(id)));
    }

    private boolean has(String id, String cover) {
        Parameter parameter = product.parameters().get(id);
        DerivedParameter derived = product.derived().get(id);
        return (parameter != null && parameter.covers().contains(cover))
                || (derived != null && derived.covers().contains(cover));
    }

    private static BigDecimal combine(DerivedParameter.Formula formula, BigDecimal left, BigDecimal right) {
        return switch (formula) {
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right, DIVISION);
            case ADD, SUM_OVER_COVERS -> left.add(right);
        };
    }

    private static Operator operator(DerivedParameter.Formula formula) {
        return switch (formula) {
            case MULTIPLY -> Operator.MULTIPLY;
            case DIVIDE -> Operator.DIVIDE;
            case ADD, SUM_OVER_COVERS -> Operator.ADD;
        };
    }

    /** Where the value behind a number was, or would be, given; of a derived one, its first part. */
    String pointerOf(String id, @Nullable String cover) {
        if (keeperOf(id) != this) {
            return keeperOf(id).pointerOf(id, null);
        }
        Parameter parameter = product.parameters().get(id);
        if (parameter != null && isReadBy(parameter.covers(), cover)) {
            return reader.pointerOf(parameter, parameter.isOfProduct() ? null : cover);
        }
        DerivedParameter derived = product.derived().get(id);
        return derived == null ? "/parameters" : pointerOf(derived.of().get(0), cover);
    }

    /** The code that a cover reads, as a part of a key. */
    KeyPart code(String id, @Nullable String cover) {
        if (keeperOf(id) != this) {
            return keeperOf(id).code(id, null);
        }
        Parameter parameter = product.parameters().get(id);
        if (parameter == null) {
            throw new IllegalStateException("the product was checked when it was loaded: " + id);
        }
        String owner = parameter.isOfProduct() ? null : cover;
        String value = codes.get(key(id, owner));
        return new KeyPart(id, Source.INPUT, reader.pointerOf(parameter, owner), value == null ? "" : value);
    }
}
