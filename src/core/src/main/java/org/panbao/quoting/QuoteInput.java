package org.panbao.quoting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Profile;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.Choice;
import org.panbao.rating.InputValue;
import org.panbao.rating.Term;

/**
 * Everything a decision depends on beside the rulebook.
 *
 * @param insurer code of the quoting insurer's organisation
 * @param covers wanted covers by id with their parameters; empty to take what the plan asks for
 * @param parameters parameters of the product, in place of what the plan says
 * @param choices values inside filed rows, by coefficient
 * @param authority what the caller may decide alone
 * @param planAssertion who filed the plan and when; null when the plan was not kept
 * @param contract what is asked of the contract beside the rate
 * @param insureds the insureds of a schedule, each with its own facts; empty for a single risk. {@code profile} sees all of
 *     them as one risk, by which the decision is taken
 */
public record QuoteInput(
        Profile profile,
        String productId,
        String insurer,
        Map<String, Map<String, InputValue>> covers,
        Map<String, InputValue> parameters,
        Map<String, Choice> choices,
        Term term,
        Authority authority,
        @Nullable Assertion planAssertion,
        ContractTerms contract,
        List<ScheduledInsured> insureds) {

    public QuoteInput {
        Map<String, Map<String, InputValue>> copy = new LinkedHashMap<>();
        covers.forEach((id, values) -> copy.put(id, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        covers = Collections.unmodifiableMap(copy);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        // records kept before there were such terms have none
        contract = Objects.requireNonNullElse(contract, ContractTerms.USUAL);
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        insureds = List.copyOf(Objects.requireNonNullElse(insureds, List.of()));
    }

    /** The same question for one insured alone, on its own facts and for its own term. */
    QuoteInput of(ScheduledInsured insured) {
        return new QuoteInput(
                insured.profile(),
                productId,
                insurer,
                covers,
                parameters,
                choices,
                insured.term(),
                authority,
                planAssertion,
                contract,
                List.of());
    }
}
