package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.coverage.CoverAdvice;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.RatingInput;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Product;
import org.panbao.scoring.RiskAssessment;

/**
 * A decision with everything it rests on. The same input and rulebook give an equal outcome.
 *
 * @param reasons why it is not simply an acceptance, in a fixed order; empty for {@code ACCEPT}
 * @param coverage every wanted or advised item and what becomes of it
 * @param neededAuthority least authority that may decide the case
 * @param sumInsuredCny aggregate limit of the quote; null when nothing could be priced
 * @param warnings what the plan asked for and did not get as it stands, and limits above what could be lost
 * @param ratingInput what was priced; null for a decline, or when no cover remains
 * @param contract the terms beside the rate, with what the filing says where nobody asked
 * @param ownShare what the quoting insurer carries itself
 * @param overrides choices of persons in place of what would have stood
 * @param rating the premium, final or indicative; null exactly when {@code ratingInput} is
 * @param insureds the insureds of a schedule that is rated one by one; empty otherwise
 * @param inputChecks what was noticed in the request's own figures and not refused
 */
public record QuoteOutcome(
        Decision decision,
        List<Reason> reasons,
        List<QuoteCondition> conditions,
        RiskAssessment assessment,
        CoverAdvice advice,
        List<CoverageLine> coverage,
        Product product,
        Product.Filing filing,
        ContractTerms contract,
        OwnShare ownShare,
        Authority neededAuthority,
        @Nullable BigDecimal sumInsuredCny,
        List<ChoiceOverride> overrides,
        List<Finding> warnings,
        @Nullable RatingInput ratingInput,
        @Nullable RatingResult rating,
        List<Finding> inputChecks,
        List<InsuredOutcome> insureds) {

    public QuoteOutcome {
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        coverage = List.copyOf(coverage);
        inputChecks = List.copyOf(inputChecks);
        insureds = List.copyOf(insureds);
        overrides = List.copyOf(overrides);
        warnings = List.copyOf(warnings);
    }
}
