package org.panbao.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of yuan, exact to the fen. The service knows no other currency. */
public record Money(BigDecimal amountCny) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Throws {@link ArithmeticException} on a third decimal: nothing is rounded in secret. */
    public Money {
        amountCny = amountCny.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** {@code exact} rounded to the fen; called only where the filed tariff or the policy says that it rounds. */
    public static Money rounded(BigDecimal exact, RoundingMode mode) {
        return new Money(exact.setScale(2, mode));
    }

    /** Parses plain decimal text such as {@code "1234.50"}. */
    public static Money parse(String text) {
        return new Money(new BigDecimal(text));
    }

    public Money plus(Money other) {
        return new Money(amountCny.add(other.amountCny));
    }

    @Override
    public int compareTo(Money other) {
        return amountCny.compareTo(other.amountCny);
    }

    /** Plain text with two decimals, as money is written on every interface. */
    @Override
    public String toString() {
        return amountCny.toPlainString();
    }
}
