package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Step.Source;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cap;
import org.panbao.rulebook.Product.CapBasis;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Product.Operation;
import org.panbao.rulebook.RoundingRule;
import org.panbao.rulebook.Unit;

/** One pass over the operations of a product, with one value for every coefficient. */
final class PremiumRun {

    /** Which value each coefficient has in a pass. */
    enum Pick {
        /** As placed or chosen; coefficients that are open stand at their smallest value. */
        OPEN_LOWEST("minimum:"),
        /** As placed or chosen; coefficients that are open stand at their largest value. */
        OPEN_HIGHEST("maximum:"),
        /** As placed or chosen, all of them. */
        PLACED(""),
        FILED_LOWEST("filedMinimum:"),
        FILED_HIGHEST("filedMaximum:");

        private final String prefix;

        Pick(String prefix) {
            this.prefix = prefix;
        }

        /** What the registers of the pass begin with. */
        String prefix() {
            return prefix;
        }

        boolean isLow() {
            return this == OPEN_LOWEST || this == FILED_LOWEST;
        }

        boolean isFiled() {
            return this == FILED_LOWEST || this == FILED_HIGHEST;
        }
    }

    private final Product product;
    private final Parameters parameters;
    private final Map<String, List<Factor>> factorsByCover;
    private final Pick pick;
    private final Trace trace;
    private final Map<String, Value> premiums = new LinkedHashMap<>();
    private final List<RatingResult.CapApplied> caps = new ArrayList<>();
    private final Map<String, Value> ends = new HashMap<>();

    PremiumRun(
            Product product, Parameters parameters, Map<String, List<Factor>> factorsByCover, Pick pick, Trace trace) {
        this.product = product;
        this.parameters = parameters;
        this.factorsByCover = factorsByCover;
        this.pick = pick;
        this.trace = trace;
    }

    List<RatingResult.CapApplied> caps() {
        return caps;
    }

    /** What the base rate of a cover is applied to, and the rows that a sum in yuan selects for it. */
    RatingResult.Exposure exposure(Cover cover) {
        String id = cover.amount();
        Value amount = id == null ? otherPremiums(cover, Trace.dropped()) : parameters.number(id, cover.id());
        List<RatingResult.SizeBand> bands = new ArrayList<>();
        for (Factor factor : factorsByCover.getOrDefault(cover.id(), List.of())) {
            String key = factor.coefficient().rangeKey();
            if (key != null && parameters.unit(key) == Unit.CNY) {
                List<KeyPart> parts = factor.hit().key();
                bands.add(new RatingResult.SizeBand(
                        factor.coefficient().id(),
                        key,
                        parts.get(parts.size() - 1).value(),
                        factor.coefficient().filedUnitCny(),
                        factor.hit()));
            }
        }
        Unit unit = id == null ? Unit.CNY : parameters.unit(id);
        return new RatingResult.Exposure(
                cover.id(),
                id,
                unit,
                amount.source(),
                amount.ref(),
                amount.number(),
                bands,
                trace.scope().insured());
    }

    /** Annual premium of a cover; null when it was not priced. */
    @Nullable
    Value premium(String cover) {
        return premiums.get(cover);
    }

    /** The annual premium before the term is charged. */
    Value annual(List<Cover> covers) {
        covers.forEach(this::price);
        Value total = new Value(Source.CONSTANT, "nothing", BigDecimal.ZERO);
        for (Operation operation : product.operations()) {
            total = switch (operation) {
                case SUM -> sum(covers);
                case TOTAL_CAPS -> capTotal(total);
                case ROUND_TOTAL -> round(annualRegister(), null, total, product.totalRounding());
                default -> total;
            };
        }
        return total;
    }

    private String annualRegister() {
        return pick.prefix + "annual";
    }

    private Value sum(List<Cover> covers) {
        List<Operand> operands = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Cover cover : covers) {
            Value premium = require(premiums.get(cover.id()));
            sum = sum.add(premium.number());
            operands.add(premium.as("value"));
        }
        return trace.move(
                annualRegister(), Operator.ADD, Operation.SUM.name(), null, operands, null, BigDecimal.ZERO, sum);
    }

    private static Value require(@Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("covers are priced in the order of the product");
        }
        return value;
    }

    private void price(Cover cover) {
        String register = pick.prefix + "premium@" + cover.id();
        Value premium = new Value(Source.CONSTANT, "nothing", BigDecimal.ZERO);
        Base base = null;
        for (Operation operation : product.operations()) {
            switch (operation) {
                case BASE -> {
                    base = base(cover);
                    premium = trace.move(
                            register,
                            base.amount().source() == Source.INPUT ? Operator.MULTIPLY_PARAMETER : Operator.MULTIPLY,
                            operation.name(),
                            cover.id(),
                            List.of(base.rate().as("rate"), base.amount().as("amount")),
                            null,
                            BigDecimal.ZERO,
                            base.rate().number().multiply(base.amount().number()));
                }
                case COEFFICIENTS -> premium = multiply(cover, register, premium);
                case COVER_CAPS -> premium = capCover(cover, register, premium, base);
                case ROUND_COVERS -> premium = round(register, cover.id(), premium, product.coverRounding());
                default -> {}
            }
        }
        premiums.put(cover.id(), premium);
    }

    /** What the base rate of a cover is applied to, and the rate. */
    private record Base(Value rate, Value amount) {}

    private Base base(Cover cover) {
        Product.BaseRate filed = cover.baseRate();
        RowHit hit = new RowHit(
                filed.path(),
                filed.digest(),
                List.of(new KeyPart("cover", Source.PRODUCT, "covers/" + cover.id(), cover.id())),
                filed.row(),
                null,
                null,
                Interval.point(filed.rate()),
                Direction.NONE,
                Interpolation.NONE);
        Operand cell = new Operand("value", Source.TABLE, filed.row() + "/rate", filed.rate());
        Value rate = trace.write(
                pick.prefix + "rate@" + cover.id(),
                Operator.LOOKUP,
                "BASE_RATE",
                cover.id(),
                List.of(cell),
                hit,
                null,
                filed.rate());
        String amount = cover.amount();
        return new Base(rate, amount == null ? otherPremiums(cover, trace) : parameters.number(amount, cover.id()));
    }

    private Value otherPremiums(Cover cover, Trace steps) {
        List<Operand> operands = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String other : cover.premiumsOf()) {
            Value premium = premiums.get(other);
            if (premium != null) {
                sum = sum.add(premium.number());
                operands.add(premium.as("value"));
            }
        }
        String register = pick.prefix + "amount@" + cover.id();
        return steps.write(register, Operator.ADD, "PREMIUMS_OF", cover.id(), operands, null, null, sum);
    }

    private Value multiply(Cover cover, String register, Value base) {
        Value premium = base;
        Set<String> groupsDone = new HashSet<>();
        for (Factor factor : factorsByCover.getOrDefault(cover.id(), List.of())) {
            Coefficient coefficient = factor.coefficient();
            String group = coefficient.group();
            if (group != null && !groupsDone.add(group)) {
                continue;
            }
            Value value = group == null ? value(factor) : smallestOf(cover, group);
            premium = trace.move(
                    register,
                    Operator.MULTIPLY,
                    group == null ? coefficient.id() : group,
                    cover.id(),
                    List.of(premium.as("value"), value.as("coefficient")),
                    null,
                    premium.number(),
                    premium.number().multiply(value.number()));
        }
        return premium;
    }

    /** The members of a linked group do not multiply: the smallest alone counts. */
    private Value smallestOf(Cover cover, String group) {
        List<Operand> operands = new ArrayList<>();
        BigDecimal smallest = null;
        for (Factor factor : factorsByCover.getOrDefault(cover.id(), List.of())) {
            if (group.equals(factor.coefficient().group())) {
                Value value = value(factor);
                operands.add(value.as("value"));
                smallest = smallest == null ? value.number() : smallest.min(value.number());
            }
        }
        return trace.write(
                pick.prefix + group + "@" + cover.id(),
                Operator.MIN,
                group,
                cover.id(),
                operands,
                null,
                null,
                smallest == null ? BigDecimal.ONE : smallest);
    }

    private Value value(Factor factor) {
        Value value = factor.value();
        if (value != null && !pick.isFiled()) {
            return value;
        }
        String register = pick.prefix + Factor.register(factor.coefficient(), factor.cover());
        return ends.computeIfAbsent(register, name -> end(name, factor));
    }

    private Value end(String register, Factor factor) {
        BigDecimal end = pick.isLow() ? factor.lowest() : factor.highest();
        String row = factor.hit().row();
        List<Operand> operands = List.of(
                new Operand("value", Source.TABLE, row + (pick.isLow() ? "/low" : "/high"), end),
                new Operand("lowest", Source.TABLE, row + "/low", factor.lowest()),
                new Operand("highest", Source.TABLE, row + "/high", factor.highest()));
        RoundingRule rounding = factor.coefficient().rounding();
        String id = factor.coefficient().id();
        return trace.write(register, Operator.CLAMP, id, factor.cover(), operands, factor.hit(), rounding, end);
    }

    private Value round(String register, @Nullable String cover, Value value, RoundingRule rule) {
        return trace.move(
                register,
                Operator.ROUND,
                "ROUND",
                cover,
                List.of(value.as("value")),
                rule,
                value.number(),
                rule.apply(value.number()));
    }

    private Value capCover(Cover cover, String register, Value premium, @Nullable Base base) {
        Value capped = premium;
        for (Cap cap : product.caps()) {
            if (cap.covers().contains(cover.id()) && base != null) {
                capped = hold(cap, cover.id(), register, capped, base);
            }
        }
        return capped;
    }

    private Value capTotal(Value total) {
        Value capped = total;
        for (Cap cap : product.caps()) {
            if (cap.covers().isEmpty()) {
                capped = hold(cap, null, annualRegister(), capped, null);
            }
        }
        return capped;
    }

    private Value hold(Cap cap, @Nullable String cover, String register, Value premium, @Nullable Base base) {
        Value held = premium;
        BigDecimal minimum = cap.minimum();
        if (minimum != null) {
            held = bound(cap, cover, register, held, limit(cap, "minimum", minimum, cover, base), Operator.MAX);
        }
        BigDecimal maximum = cap.maximum();
        if (maximum != null) {
            held = bound(cap, cover, register, held, limit(cap, "maximum", maximum, cover, base), Operator.MIN);
        }
        boolean bound = held.number().compareTo(premium.number()) != 0;
        caps.add(new RatingResult.CapApplied(
                cap.id(),
                cover,
                held.ref(),
                premium.number(),
                held.number(),
                bound,
                trace.scope().insured()));
        return held;
    }

    /** A cap in yuan: itself, or the filed rate times the amount, or the filed factor times amount and base rate. */
    private Value limit(Cap cap, String end, BigDecimal filed, @Nullable String cover, @Nullable Base base) {
        Value value = new Value(Source.PRODUCT, "caps/" + cap.id() + "/" + end, filed);
        if (base == null || cap.basis() == CapBasis.PREMIUM) {
            return value;
        }
        List<Operand> operands =
                new ArrayList<>(List.of(value.as("cap"), base.amount().as("amount")));
        BigDecimal yuan = filed.multiply(base.amount().number());
        if (cap.basis() == CapBasis.FACTOR) {
            operands.add(base.rate().as("rate"));
            yuan = yuan.multiply(base.rate().number());
        }
        String register = pick.prefix + "cap:" + cap.id() + "/" + end + "@" + cover;
        return trace.write(register, Operator.MULTIPLY, cap.id(), cover, operands, null, null, yuan);
    }

    private Value bound(
            Cap cap, @Nullable String cover, String register, Value premium, Value limit, Operator operator) {
        BigDecimal held = operator == Operator.MAX
                ? premium.number().max(limit.number())
                : premium.number().min(limit.number());
        List<Operand> operands = List.of(premium.as("value"), limit.as("cap"));
        return trace.move(register, operator, cap.id(), cover, operands, null, premium.number(), held);
    }
}
