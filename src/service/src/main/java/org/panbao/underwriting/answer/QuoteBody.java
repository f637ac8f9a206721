package org.panbao.underwriting.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Text;
import org.panbao.quoting.Decision;

/**
 * A quote as it is answered. It is stored in these words and never changes; what happens to it later is its state.
 *
 * @param flags gates that load or count towards a referral, also below its threshold
 * @param premium null for a decline, when no cover remains, and when the plan lacks a fact that the tariff reads
 * @param insureds the insureds of a schedule that is rated one by one, whose premiums add up to the total before any tax on
 *     top; empty for a single risk
 * @param technical null until the release has a loss model; {@code technicalReason} says so
 */
@Schema(name = "QuoteAnswer")
public record QuoteBody(
        UUID quoteId,
        Decision decision,
        List<DecisionReasonBody> reasons,
        List<FlagBody> flags,
        UUID planId,
        int planRevision,
        String productId,
        FilingBody filing,
        String release,
        @Schema(example = "2026-03-01") String ratingDate,
        @Schema(example = "P12M") @Nullable String term,
        @Nullable String inception,
        @Nullable String expiry,
        String expiresOn,
        ScoreBody score,
        List<CoverageBody> coverage,
        List<ExclusionBody> bitingExclusions,
        @Nullable PremiumAnswer premium,
        List<ScheduledInsuredBody> insureds,
        @JsonUnwrapped ContractBody contract,
        @Nullable Object technical,
        @Nullable Text technicalReason,
        List<ConditionBody> conditions,
        ReferralBody referral,

        @Schema(
                description =
                        "What was noticed. A pointer under /plan leads into the plan, whether it was sent or named by "
                                + "its id; any other into the request.")
        List<Finding> warnings,

        @Schema(description = "JSON pointers of facts that the plan does not state, under /plan.")
        List<String> missing,

        UUID rateBasisId) {

    public QuoteBody {
        // quotes kept before there were schedules have none
        insureds = Objects.requireNonNullElse(insureds, List.of());
    }

    /**
     * The terms that no rate reads, as they are offered.
     *
     * @param reinsuranceCapacityCny reinsurance arranged for this risk alone
     * @param ownShare what the quoting insurer carries itself
     * @param premiumBeforeCover cover starts only once the premium was received
     */
    @Schema(name = "Contract")
    public record ContractBody(
            List<CoInsurerBody> coInsurance,
            @Nullable String reinsuranceCapacityCny,
            OwnShareBody ownShare,
            boolean premiumBeforeCover,
            List<String> specialAgreements) {}

    /**
     * One insurer of several and its part of sum insured and premium.
     *
     * @param sumInsured null when nothing was priced
     * @param premium its part of what is paid, the sum of its instalments; null when nothing was priced, and while a
     *     coefficient is open
     */
    @Schema(name = "CoInsurer")
    public record CoInsurerBody(
            String insurer,
            String sharePercent,
            boolean lead,
            @Nullable String sumInsured,
            @Nullable String premium,
            List<String> instalments) {
        public CoInsurerBody {
            // quotes kept before insurers had amounts of their own have none
            instalments = Objects.requireNonNullElse(instalments, List.of());
        }
    }

    /**
     * The quoting insurer's part.
     *
     * @param sumInsured null when nothing was priced
     * @param capacity what the insurer can carry for one risk, with the reinsurance arranged for it; a larger sum insured is referred
     */
    @Schema(name = "OwnShare")
    public record OwnShareBody(
            @Schema(example = "60") String percent,
            @Nullable String sumInsured,
            @Nullable String capacity) {}

    /** Why the decision is as it is; {@code insureds} names those of a schedule that it comes from. */
    @Schema(name = "DecisionReason")
    public record DecisionReasonBody(String id, String subject, Text text, List<String> insureds) {
        public DecisionReasonBody {
            insureds = Objects.requireNonNullElse(insureds, List.of());
        }

        /** The reason with those it comes from behind its subject. */
        public ReasonBody reason() {
            return new ReasonBody(id, subject + whose(), text);
        }

        /** The insureds that it comes from, to be put behind its text; empty when it names none. */
        public String whose() {
            return QuoteBody.whose(insureds);
        }
    }

    private static String whose(List<String> insureds) {
        return insureds.isEmpty() ? "" : " (" + String.join(", ", insureds) + ")";
    }

    /**
     * One insured of a schedule.
     *
     * @param limit the most that a cover pays it; null when it has the limits of the covers
     * @param monthsBegun months of its own term, a begun one counting whole
     * @param inception first day of its own term; null when it is covered for the whole term of the policy
     * @param expiry last day of its own term; null likewise
     * @param score overall score on its own facts
     * @param gates what fired on its own facts
     * @param premium for its own term, before any tax on top; null when none of its covers is priced, and while a
     *     coefficient is open
     * @param annualPremium before the short-term factor
     * @param covers its covers with amount insured and annual premium
     * @param notPaid cover items for which nothing could be paid to it
     */
    @Schema(name = "ScheduledInsured")
    public record ScheduledInsuredBody(
            String insuredId,
            String relationship,
            @Nullable String limit,
            @Schema(example = "6") String monthsBegun,
            @Nullable String inception,
            @Nullable String expiry,
            String score,
            String level,
            String controlEffectivenessPercent,
            List<GateBody> gates,
            @Nullable String premium,
            @Nullable String annualPremium,
            List<InsuredCoverBody> covers,
            List<String> notPaid) {}

    /** A gate that fired on the facts of one insured. */
    @Schema(name = "InsuredGate")
    public record GateBody(String ruleId, String effect, String subject) {}

    /** A cover of one insured: amount insured, and annual premium, null while a coefficient is open. */
    @Schema(name = "InsuredCover")
    public record InsuredCoverBody(
            String coverId, String limit, @Nullable String premium) {}

    /** A rule or row, what it is about, and what it says. */
    @Schema(name = "Reason")
    public record ReasonBody(String id, String subject, Text text) {}

    /** Something noticed that the price or a referral takes into account, with its referral points. */
    @Schema(name = "Flag")
    public record FlagBody(String ruleId, String effect, String subject, Text text, int points) {}

    /** The filing under which the product is sold; {@code sample} says that it is made up. */
    @Schema(name = "Filing")
    public record FilingBody(String reference, String insurer, boolean sample) {}

    /** Score by dimension, 0 to 100, higher is riskier. */
    @Schema(name = "Score")
    public record ScoreBody(
            String overall,
            String level,
            String levelOfScore,
            List<ReasonBody> floors,
            String controlEffectivenessPercent,
            String controlEffectivenessBeforeCapsPercent,
            List<ReasonBody> caps,
            List<DimensionBody> dimensions) {}

    /** One dimension: {@code residual = inherent × (1 − effectiveness)}. */
    @Schema(name = "Dimension")
    public record DimensionBody(
            String dimension,
            Text name,
            String weight,
            String inherent,
            String effectiveness,
            String residual,
            List<ContributionBody> reasons) {}

    /** A contribution to a dimension: points of inherent risk, or the credit of a control. */
    @Schema(name = "Contribution")
    public record ContributionBody(String kind, String id, String subject, String value, String weight, Text text) {}

    /**
     * A cover item: what is advised, what can be paid, and what becomes of it in this quote.
     *
     * @param status what this product can pay under the item, on today's facts; UNMAPPED where its wording has no clause
     * @param advisedStatus what the catalogue and today's facts would allow, whatever the product
     * @param deductiblePercent advised; for an item that the product carries, a value that the product can take
     * @param waitingHours advised; for an item that the product carries, a value that the product can take
     */
    @Schema(name = "Coverage")
    public record CoverageBody(
            String item,
            Text name,
            @Nullable String line,
            boolean wanted,

            @Schema(
                    description = "What this product can pay under the item, on today's facts. UNMAPPED where "
                            + "the wording of the product has no clause for it.",
                    allowableValues = {"COVERED", "LIMITED", "CONDITIONAL", "NOMINAL_ONLY", "EXCLUDED", "UNMAPPED"})
            String status,

            @Schema(description = "The state by the catalogue and today's facts, whatever the product.")
            String advisedStatus,

            String availability,
            Text note,
            @Nullable String carriedBy,
            @Nullable InsuredBody insured,
            @Nullable SuggestedLimitBody suggestedLimit,
            @Nullable String sublimitPercent,
            @Nullable String deductiblePercent,
            @Nullable String waitingHours,
            List<TermBody> exclusions,
            List<TermBody> warranties,
            List<TermBody> conditions,
            List<ReasonBody> reasons,

            @Schema(description = "Insureds of a schedule to whom nothing could be paid for it; they are not charged.")
            List<String> notPaidTo) {
        public CoverageBody {
            notPaidTo = Objects.requireNonNullElse(notPaidTo, List.of());
        }
    }

    /**
     * The terms that were priced for the cover that pays the item; its items share them. The advice stands beside them.
     *
     * @param limit amount insured; daily limit × days where the cover pays by the day
     * @param defaulted names of those that nobody stated, so that the product's default stands
     * @param terms every term of the contract that the product asks for, the ones above among them
     */
    @Schema(name = "InsuredTerms")
    public record InsuredBody(
            @Nullable String limit,
            @Nullable String dailyLimit,
            @Nullable String indemnityDays,
            @Nullable String deductiblePercent,
            @Nullable String deductible,
            @Nullable String waitingDays,
            List<String> defaulted,
            List<InsuredTermBody> terms) {}

    /**
     * One term of the contract.
     *
     * @param defaulted nobody stated it: the base term of the product stands
     * @param asked what the plan asked for, where the neighbouring filed value was taken in its place, or the base
     *     term stands because the product has no term of that kind
     * @param reason why it is not as somebody stated it
     */
    @Schema(name = "InsuredTerm")
    public record InsuredTermBody(
            String parameter,
            Text name,
            String value,
            String unit,
            boolean defaulted,
            @Nullable String asked,
            @Nullable Text reason) {}

    /** A suggested limit and which cap bound it. */
    @Schema(name = "SuggestedLimit")
    public record SuggestedLimitBody(
            String amount,
            String bound,
            String anchor,
            @Nullable String insurableValue,
            Text reason) {}

    /** A clause. */
    @Schema(name = "Term")
    public record TermBody(String code, Text wording) {}

    /** An exclusion that applies already on today's facts. */
    @Schema(name = "BitingExclusion")
    public record ExclusionBody(String code, Text wording, String item, String ruleId, String subject, Text reason) {}

    /**
     * Something to be done before the cover starts, or within days; {@code insureds} names those of a schedule by whom.
     *
     * @param text what was found
     * @param remedy what has to be done about it; null in quotes of releases that do not say
     * @param dueOn last day for it; null while the first day of cover is open, from which it counts
     */
    @Schema(name = "Condition")
    public record ConditionBody(
            String ruleId,
            String kind,
            String subject,
            Text text,
            List<String> insureds,
            @Nullable Integer dueDays,
            @Nullable Text remedy,
            @Nullable String dueOn) {
        public ConditionBody {
            insureds = Objects.requireNonNullElse(insureds, List.of());
        }

        /** The insureds that it is of, to be put behind its text; empty when it names none. */
        public String whose() {
            return QuoteBody.whose(insureds);
        }
    }

    /** Referral points against their threshold, what is awaited, and who may decide. */
    @Schema(name = "Referral")
    public record ReferralBody(int points, int threshold, String neededAuthority, List<ReasonBody> pending) {}
}
