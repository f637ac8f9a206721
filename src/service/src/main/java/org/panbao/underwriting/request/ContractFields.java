package org.panbao.underwriting.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.ContractTerms;
import org.panbao.quoting.ContractTerms.CoInsurer;

/** Reads the terms of a quote request that no rate reads. */
final class ContractFields {

    private static final int MAX_INSURERS = 20;
    private static final int MAX_AGREEMENTS = 20;
    private static final int FEN_DECIMALS = 2;

    private final RatingFields fields;

    ContractFields(RatingFields fields) {
        this.fields = fields;
    }

    ContractTerms read(QuoteRequestBody body) {
        return new ContractTerms(
                coInsurance(Objects.requireNonNullElse(body.coInsurance(), List.of())),
                reinsurance(body.reinsuranceCapacityCny()),
                body.premiumBeforeCover(),
                agreements(Objects.requireNonNullElse(body.specialAgreements(), List.of())));
    }

    private List<CoInsurer> coInsurance(List<CoInsurerBody> given) {
        List<CoInsurer> insurers = new ArrayList<>();
        if (fields.requireAtMost(MAX_INSURERS, "/coInsurance", given.size())) {
            for (int i = 0; i < given.size(); i++) {
                CoInsurerBody insurer = given.get(i);
                String place = "/coInsurance/" + i;
                if (insurer == null) {
                    fields.fault(place, "value-missing");
                    continue;
                }
                requireText(place + "/insurer", insurer.insurer());
                fields.requireWord(place + "/insurer", insurer.insurer());
                BigDecimal share = fields.number(place + "/sharePercent", insurer.sharePercent());
                if (share != null) {
                    insurers.add(new CoInsurer(insurer.insurer().strip(), share, insurer.lead()));
                }
            }
        }
        return insurers;
    }

    private @Nullable BigDecimal reinsurance(@Nullable String text) {
        String place = "/reinsuranceCapacityCny";
        BigDecimal amount = fields.number(place, text);
        if (amount != null && amount.stripTrailingZeros().scale() > FEN_DECIMALS) {
            fields.fault(place, "number-malformed");
        }
        return amount;
    }

    private List<String> agreements(List<String> given) {
        List<String> lines = new ArrayList<>();
        if (fields.requireAtMost(MAX_AGREEMENTS, "/specialAgreements", given.size())) {
            for (int i = 0; i < given.size(); i++) {
                String line = given.get(i);
                String place = "/specialAgreements/" + i;
                requireText(place, line);
                fields.requireLength(place, line);
                if (line != null) {
                    lines.add(line.strip());
                }
            }
        }
        return lines;
    }

    private void requireText(String place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            fields.fault(place, "text-missing");
        }
    }
}
