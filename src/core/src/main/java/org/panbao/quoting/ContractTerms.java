package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Product;

/**
 * Terms of the contract that no filed rate reads: who shares the risk, what is reinsured, when the premium is due, what is
 * specially agreed.
 *
 * @param coInsurance every insurer with its share; empty when the quoting insurer carries the risk alone
 * @param reinsuranceCapacityCny reinsurance arranged for this risk alone; null when there is none
 * @param premiumBeforeCover whether cover starts only once the premium was received (见费出单); null to take what the
 *     insurer filed
 * @param specialAgreements lines of the contract's special agreements (特别约定), as they are to be printed
 */
public record ContractTerms(
        List<CoInsurer> coInsurance,
        @Nullable BigDecimal reinsuranceCapacityCny,
        @Nullable Boolean premiumBeforeCover,
        List<String> specialAgreements) {

    /** The quoting insurer alone, on the terms of its filing. */
    public static final ContractTerms USUAL = new ContractTerms(List.of(), null, null, List.of());

    /**
     * One insurer of several.
     *
     * @param insurer code of the organisation as in filings, or the name of an insurer outside
     * @param sharePercent its part of sum insured and premium, above 0 and at most 100
     * @param lead whether it leads; one of them does
     */
    public record CoInsurer(String insurer, BigDecimal sharePercent, boolean lead) {}

    public ContractTerms {
        coInsurance = List.copyOf(coInsurance);
        specialAgreements = List.copyOf(specialAgreements);
    }

    /** The same terms with what the filing says of the premium where nobody asked for anything else. */
    ContractTerms under(Product.Filing filing) {
        boolean before = Objects.requireNonNullElse(premiumBeforeCover, filing.premiumBeforeCover());
        return new ContractTerms(coInsurance, reinsuranceCapacityCny, before, specialAgreements);
    }

    /** Percent of the risk that an insurer carries. */
    BigDecimal shareOf(String insurer) {
        return coInsurance.stream()
                .filter(each -> each.insurer().equals(insurer))
                .map(CoInsurer::sharePercent)
                .findFirst()
                .orElse(CoInsurance.WHOLE);
    }
}
