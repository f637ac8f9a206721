package org.panbao.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.Money;
import org.panbao.base.ProblemCode;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Step.Source;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.MonthFactor;
import org.panbao.rulebook.Product.ShortTerm;
import org.panbao.rulebook.Product.ShortTermMethod;

/** What an annual premium becomes for the term, and how it is split into tax and instalments. */
final class TermPremium {

    private static final int YEAR_MONTHS = 12;
    private static final String MONTHS_POINTER = "/term/months";
    private static final String DAYS_POINTER = "/term/days";

    private final Product product;
    private final Term term;
    private final Scope scope;

    TermPremium(Product product, Term term, Scope scope) {
        this.product = product;
        this.term = term;
        this.scope = scope;
    }

    /** Notes a term that the filing cannot price. */
    void check(RatingFindings findings) {
        int months = term.monthsBegun();
        if (months <= 0) {
            findings.invalid(scope.pointer("/term"), "term-empty", Map.of());
            return;
        }
        Map<String, String> values = Map.of("months", Integer.toString(months), "product", product.id());
        boolean filed = switch (product.shortTerm().method()) {
            case MONTH_TABLE -> product.shortTerm().months().containsKey(months);
            case BY_DAY -> months <= YEAR_MONTHS;
            case NOT_FILED -> term.isYear();
        };
        if (!filed) {
            findings.error(
                    ProblemCode.TERM_NOT_FILED,
                    scope.pointer("/term"),
                    product.shortTerm().method() == ShortTermMethod.NOT_FILED ? "term-year-only" : "term-not-filed",
                    values);
        } else if (product.shortTerm().method() == ShortTermMethod.BY_DAY && !term.isYear() && term.days() == null) {
            findings.invalid(scope.pointer("/term"), "term-needs-dates", values);
        } else if (product.shortTerm().method() == ShortTermMethod.MONTH_TABLE && !term.isWhole(months)) {
            findings.warn(scope.pointer("/term"), "term-month-begun", values);
        }
    }

    /** The inputs that the term gives to the calculation, as the steps refer to them, in the order of the record. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(scope.pointer(MONTHS_POINTER), Integer.toString(term.monthsBegun()));
        Long days = term.days();
        if (days != null) {
            inputs.put(scope.pointer(DAYS_POINTER), Long.toString(days));
        }
        return inputs;
    }

    /** The premium of the term, rounded as filed. */
    Value charge(Value annual, Trace trace) {
        ShortTerm rule = product.shortTerm();
        Value exact = annual;
        if (rule.method() == ShortTermMethod.MONTH_TABLE) {
            exact = byMonth(annual, rule, trace);
        } else if (rule.method() == ShortTermMethod.BY_DAY && !term.isYear()) {
            exact = byDay(annual, rule, trace);
        }
        return trace.move(
                "term",
                Operator.ROUND,
                "SHORT_TERM",
                null,
                List.of(exact.as("value")),
                rule.rounding(),
                exact.number(),
                rule.rounding().apply(exact.number()));
    }

    private Value byMonth(Value annual, ShortTerm rule, Trace trace) {
        int months = term.monthsBegun();
        MonthFactor row = rule.months().get(months);
        if (row == null) {
            throw new IllegalStateException("the term was checked before");
        }
        KeyPart key = new KeyPart("months", Source.INPUT, scope.pointer(MONTHS_POINTER), Integer.toString(months));
        RowHit hit = new RowHit(
                rule.path(),
                rule.digest(),
                List.of(key),
                row.row(),
                null,
                Interval.point(BigDecimal.valueOf(months)),
                Interval.point(row.factor()),
                Direction.NONE,
                Interpolation.NONE);
        Operand cell = new Operand("value", Source.TABLE, row.row() + "/factor", row.factor());
        Value factor =
                trace.write("shortTerm", Operator.LOOKUP, "SHORT_TERM", null, List.of(cell), hit, null, row.factor());
        return trace.move(
                "term",
                Operator.MULTIPLY,
                "SHORT_TERM",
                null,
                List.of(annual.as("value"), factor.as("coefficient")),
                null,
                annual.number(),
                annual.number().multiply(factor.number()));
    }

    private Value byDay(Value annual, ShortTerm rule, Trace trace) {
        Long days = term.days();
        BigDecimal year = rule.daysOfYear();
        if (days == null || year == null) {
            throw new IllegalStateException("the term was checked before");
        }
        Value insured = new Value(Source.INPUT, scope.pointer(DAYS_POINTER), BigDecimal.valueOf(days));
        BigDecimal timesDays = annual.number().multiply(insured.number());
        Value product365 = trace.move(
                "term",
                Operator.MULTIPLY_PARAMETER,
                "SHORT_TERM",
                null,
                List.of(annual.as("value"), insured.as("days")),
                null,
                annual.number(),
                timesDays);
        Operand divisor = new Operand("divisor", Source.PRODUCT, "shortTerm/daysOfYear", year);
        return trace.move(
                "term",
                Operator.DIVIDE,
                "SHORT_TERM",
                null,
                List.of(product365.as("dividend"), divisor),
                null,
                timesDays,
                timesDays.divide(year, Parameters.DIVISION));
    }

    /** The premium of the term without tax, the tax, and what is paid. */
    RatingResult.VatSplit splitVat(Value premium, Trace trace) {
        Product.Vat vat = product.vat();
        Operand rate = new Operand("rate", Source.PRODUCT, "vat/rate", vat.rate());
        if (!vat.included()) {
            Value tax = rounded("vat", trace, multiply(premium, rate, trace));
            Value gross = write(
                    "gross", Operator.ADD, trace, premium, tax, premium.number().add(tax.number()));
            return split(premium, tax, gross);
        }
        Value divisor = trace.write(
                "vatDivisor",
                Operator.ADD,
                "VAT",
                null,
                List.of(new Operand("value", Source.CONSTANT, "one", BigDecimal.ONE), rate),
                null,
                null,
                BigDecimal.ONE.add(vat.rate()));
        BigDecimal exact = premium.number().divide(divisor.number(), Parameters.DIVISION);
        Value quotient = trace.write(
                "net",
                Operator.DIVIDE,
                "VAT",
                null,
                List.of(premium.as("dividend"), divisor.as("divisor")),
                null,
                null,
                exact);
        Value net = rounded("net", trace, quotient);
        Value tax = write(
                "vat", Operator.SUBTRACT, trace, premium, net, premium.number().subtract(net.number()));
        return split(net, tax, premium);
    }

    private static Value multiply(Value premium, Operand rate, Trace trace) {
        BigDecimal tax = premium.number().multiply(rate.value());
        return trace.write("vat", Operator.MULTIPLY, "VAT", null, List.of(premium.as("value"), rate), null, null, tax);
    }

    private Value rounded(String register, Trace trace, Value value) {
        BigDecimal number = product.totalRounding().apply(value.number());
        List<Operand> operands = List.of(value.as("value"));
        return trace.write(register, Operator.ROUND, "VAT", null, operands, null, product.totalRounding(), number);
    }

    private static Value write(
            String register, Operator operator, Trace trace, Value left, Value right, BigDecimal number) {
        List<Operand> operands = List.of(left.as("value"), right.as("other"));
        return trace.write(register, operator, "VAT", null, operands, null, null, number);
    }

    private RatingResult.VatSplit split(Value net, Value tax, Value gross) {
        return new RatingResult.VatSplit(
                product.vat().rate(),
                product.vat().included(),
                new Money(net.number()),
                new Money(tax.number()),
                new Money(gross.number()));
    }

    /** Equal parts of whole fen; what does not divide is paid with the first. */
    static List<Money> instalments(Money total, int count) {
        BigDecimal parts = BigDecimal.valueOf(count);
        BigDecimal part = total.amountCny().divide(parts, 2, RoundingMode.DOWN);
        BigDecimal rest = total.amountCny().subtract(part.multiply(parts));
        List<Money> instalments = new ArrayList<>();
        instalments.add(new Money(part.add(rest)));
        for (int i = 1; i < count; i++) {
            instalments.add(new Money(part));
        }
        return instalments;
    }
}
