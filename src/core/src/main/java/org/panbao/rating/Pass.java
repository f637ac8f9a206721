package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.rating.PremiumRun.Pick;
import org.panbao.rating.RatingResult.CapApplied;
import org.panbao.rating.RatingResult.Exposure;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;

/** One pass over all risks, with one value for every coefficient. The premiums of the insureds of a schedule are added up. */
final class Pass {

    /** What the steps that add up over the insureds are about. */
    static final String SCHEDULE = "SCHEDULE";

    private final Product product;
    private final Map<RiskRun, PremiumRun> runs = new LinkedHashMap<>();
    private final Map<RiskRun, Value> annuals = new LinkedHashMap<>();
    private final Map<String, Value> premiums = new LinkedHashMap<>();
    private final Value annual;

    Pass(Product product, List<RiskRun> risks, Pick pick, Trace trace) {
        this.product = product;
        for (RiskRun risk : risks) {
            PremiumRun run = risk.run(pick, trace);
            runs.put(risk, run);
            annuals.put(risk, run.annual(risk.covers()));
        }
        for (Cover cover : product.covers()) {
            List<Value> parts = runs.values().stream()
                    .map(run -> run.premium(cover.id()))
                    .flatMap(Stream::ofNullable)
                    .toList();
            if (!parts.isEmpty()) {
                premiums.put(cover.id(), sum(pick.prefix() + "premium@" + cover.id(), cover.id(), parts, trace));
            }
        }
        this.annual = sum(pick.prefix() + "annual", null, List.copyOf(annuals.values()), trace);
    }

    /** The sum over the insureds; of a single risk its own value, without a step. */
    Value sum(String register, @Nullable String cover, List<Value> parts, Trace trace) {
        if (runs.keySet().stream().allMatch(risk -> risk.insured() == null)) {
            return parts.get(0);
        }
        BigDecimal sum = parts.stream().map(Value::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Operand> operands = parts.stream().map(part -> part.as("value")).toList();
        return trace.write(register, Operator.ADD, SCHEDULE, cover, operands, null, null, sum);
    }

    /** Annual premium of all risks, before any term is charged. */
    Value annual() {
        return annual;
    }

    Value annual(RiskRun risk) {
        return Objects.requireNonNull(annuals.get(risk));
    }

    /** Annual premium of a cover over all risks, to the fen. */
    Money premium(String cover) {
        return money(premiums.get(cover));
    }

    /** Annual premium of a cover of one risk, to the fen. */
    Money premium(RiskRun risk, String cover) {
        return money(Objects.requireNonNull(runs.get(risk)).premium(cover));
    }

    private Money money(@Nullable Value premium) {
        return premium == null
                ? Money.ZERO
                : Money.rounded(premium.number(), product.coverRounding().mode());
    }

    List<CapApplied> caps() {
        List<CapApplied> caps = new ArrayList<>();
        runs.values().forEach(run -> caps.addAll(run.caps()));
        return caps;
    }

    List<Exposure> exposures() {
        List<Exposure> exposures = new ArrayList<>();
        runs.forEach((risk, run) -> risk.covers().forEach(cover -> exposures.add(run.exposure(cover))));
        return exposures;
    }

    /** The covers that some risk has, in the order of the product. */
    List<Cover> covers() {
        return product.covers().stream()
                .filter(cover -> premiums.containsKey(cover.id()))
                .toList();
    }
}
