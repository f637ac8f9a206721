package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schedules rated by tariff A with nothing chosen, so that the product's standing choices fill what is open. */
final class ScheduleFixtures {

    private ScheduleFixtures() {}

    /** A schedule that is filled in insured by insured. */
    static final class Schedule {

        private final List<InsuredInput> insureds = new ArrayList<>();
        private final Map<String, InputValue> shared = new LinkedHashMap<>();
        private final Map<String, Choice> choices = new LinkedHashMap<>();
        private boolean standing = true;

        Schedule aggregate(String amount) {
            shared.put("aggregateLimit", InputValue.of(amount));
            return this;
        }

        Schedule perEvent(String amount) {
            shared.put("perEventLimit", InputValue.of(amount));
            return this;
        }

        Schedule choice(String key, String value) {
            choices.put(key, Choice.of(value, "as agreed with the insured", "underwriter-1"));
            return this;
        }

        Schedule withoutStandingChoices() {
            standing = false;
            return this;
        }

        /** An insured with data recovery alone. */
        Schedule insured(String id, String limit, String score, Term term) {
            return insured(id, Map.of("DR", Map.of("limit", InputValue.of(limit))), score, term);
        }

        Schedule insured(String id, Map<String, Map<String, InputValue>> covers, String score, Term term) {
            BigDecimal percent = score == null ? null : new BigDecimal(score);
            int position = insureds.size();
            insureds.add(new InsuredInput(id, covers, Map.of(), term, percent, "/plan/insureds/" + position));
            return this;
        }

        RatingInput build() {
            return new RatingInput(Map.of(), shared, choices, Term.YEAR, null, standing, insureds);
        }

        RatingResult rate() {
            return TariffCalculator.rate(RatingFixtures.product("sample-a"), build());
        }
    }

    /** Two insureds under one aggregate: 900,000 over 1,000,000 + 500,000, half of it for one event. */
    static Schedule twoInsureds(Term termOfSecond, String scoreOfSecond) {
        return new Schedule()
                .aggregate("900000")
                .perEvent("450000")
                .insured("I1", "1000000", "80", Term.YEAR)
                .insured("I2", "500000", scoreOfSecond, termOfSecond);
    }

    static RatingResult.InsuredPremium insured(RatingResult result, String id) {
        return result.insureds().stream()
                .filter(each -> each.insured().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
