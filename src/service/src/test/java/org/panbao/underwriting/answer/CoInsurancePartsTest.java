package org.panbao.underwriting.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.quoting.ContractTerms.CoInsurer;

/** What each insurer of several has of an amount. */
class CoInsurancePartsTest {

    /** A third of 100.00 three times is 99.99; the fen that is left is the lead's. */
    @Test
    void whatIsLeftOverIsTheLeads() {
        CoInsuranceParts parts = new CoInsuranceParts(List.of(
                new CoInsurer("first", new BigDecimal("33.3333"), false),
                new CoInsurer("second", new BigDecimal("33.3334"), true),
                new CoInsurer("third", new BigDecimal("33.3333"), false)));

        assertThat(parts.split(new BigDecimal("100.00")))
                .containsExactly(new BigDecimal("33.33"), new BigDecimal("33.34"), new BigDecimal("33.33"));
        assertThat(parts.split(new BigDecimal("0.01")))
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("0.01"), new BigDecimal("0.00"));
    }

    @Test
    void withoutOthersThereAreNoParts() {
        assertThat(new CoInsuranceParts(List.of()).split(new BigDecimal("1.00")))
                .isEmpty();
    }
}
