package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the quoting insurer itself carries of a risk, and how much it can carry.
 *
 * @param percent its part of the risk; 100 without co-insurance
 * @param sumInsuredCny that part of the sum insured; null when nothing was priced
 * @param capacityCny what it can carry for one risk, with the reinsurance arranged for it; null when the release sets no
 *     bound
 */
public record OwnShare(
        BigDecimal percent,
        @Nullable BigDecimal sumInsuredCny,
        @Nullable BigDecimal capacityCny) {

    private static final int FEN_DECIMALS = 2;

    /** The part of a sum insured under co-insurance. */
    static OwnShare of(BigDecimal percent, @Nullable BigDecimal sumInsuredCny, @Nullable BigDecimal capacityCny) {
        BigDecimal own = sumInsuredCny == null
                ? null
                : sumInsuredCny.multiply(percent).movePointLeft(2).setScale(FEN_DECIMALS, RoundingMode.HALF_UP);
        return new OwnShare(percent, own, capacityCny);
    }

    /** Whether more is to be carried than can be. */
    public boolean exceedsCapacity() {
        return sumInsuredCny != null && capacityCny != null && sumInsuredCny.compareTo(capacityCny) > 0;
    }
}
