package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RatingResult.Unresolved;
import org.panbao.rulebook.Rulebook;
import org.panbao.scoring.Gate;
import org.panbao.scoring.GateEffect;
import org.panbao.scoring.PendingAnswer;
import org.panbao.scoring.RiskAssessment;
import org.panbao.scoring.RiskLevel;
import org.panbao.scoring.ScheduleAssessor;

/** Puts gates, rating and authority together into one decision, and says why. */
final class DecisionReasons {

    private final Rulebook rulebook;
    private final RiskAssessment assessment;
    private final List<RiskPart> parts;
    private final List<Reason> referrals = new ArrayList<>();

    /**
     * What a decision looks at beside the gates.
     *
     * @param ofTerms what refers the case whatever the risk, also why nothing is priced
     * @param parts the insureds of a schedule, else the whole
     * @param needed least authority for the sum insured and the choices
     */
    record Grounds(
            List<Reason> ofTerms,
            @Nullable RatingResult rating,
            OwnShare ownShare,
            List<RiskPart> parts,
            Authority needed) {}

    DecisionReasons(Rulebook rulebook, RiskAssessment assessment, Grounds grounds, Authority callers) {
        this.rulebook = rulebook;
        this.assessment = assessment;
        this.parts = grounds.parts();
        if (assessment.gates(GateEffect.DECLINE).isEmpty()) {
            referByGates();
            referrals.addAll(grounds.ofTerms());
            referByRating(grounds.rating());
            if (!callers.covers(grounds.needed())) {
                referTo(grounds.needed());
            }
            referByCapacity(grounds.ownShare());
        }
    }

    /** The authority for the case: whoever decides a referral is at least a senior underwriter. */
    Authority authority(Authority needed) {
        boolean raised = decision() == Decision.REFER && !needed.covers(Authority.SENIOR_UNDERWRITER);
        return raised ? Authority.SENIOR_UNDERWRITER : needed;
    }

    Decision decision() {
        if (!assessment.gates(GateEffect.DECLINE).isEmpty()) {
            return Decision.DECLINE;
        }
        if (!referrals.isEmpty()) {
            return Decision.REFER;
        }
        return restrictions().isEmpty() ? Decision.ACCEPT : Decision.ACCEPT_WITH_CONDITIONS;
    }

    /** Reasons of the decision taken; those of weaker decisions are in the assessment. */
    List<Reason> reasons() {
        return switch (decision()) {
            case DECLINE -> reasons(assessment.gates(GateEffect.DECLINE));
            case REFER -> referrals;
            case ACCEPT_WITH_CONDITIONS -> reasons(restrictions());
            case ACCEPT -> List.of();
        };
    }

    private void referByGates() {
        if (assessment.referral().isReached()) {
            referrals.addAll(reasons(assessment.gates(GateEffect.REFER)));
        }
        for (PendingAnswer pending : assessment.pending()) {
            referrals.add(new Reason(
                    pending.ruleId(),
                    pending.questionId(),
                    pending.reason(),
                    from(own -> own.pending().stream()
                            .anyMatch(each -> each.ruleId().equals(pending.ruleId())
                                    && each.questionId().equals(pending.questionId())))));
        }
        if (assessment.level() == RiskLevel.VERY_HIGH) {
            Reason level = reason(rulebook, "QUO-LEVEL", assessment.level().name());
            referrals.add(ScheduleAssessor.isStated(rulebook) ? of(level) : level);
        }
    }

    private void referByRating(@Nullable RatingResult rating) {
        if (rating == null) {
            return;
        }
        for (Unresolved open : rating.unresolved()) {
            Reason reason = new Reason(
                    "QUO-CHOICE",
                    open.coefficient(),
                    rulebook.reason("QUO-CHOICE").with("coefficient", open.name()),
                    rating.unresolved().stream()
                            .filter(each -> each.coefficient().equals(open.coefficient()))
                            .flatMap(each -> Stream.ofNullable(each.insured()))
                            .distinct()
                            .toList());
            // of a schedule the same coefficient can be open for several insureds
            if (open.insured() == null || !referrals.contains(reason)) {
                referrals.add(reason);
            }
        }
    }

    private void referTo(Authority needed) {
        Text holder = rulebook.reason("QUO-AUTHORITY-" + needed.name());
        Text text = rulebook.reason("QUO-AUTHORITY").with("subject", holder);
        referrals.add(new Reason("QUO-AUTHORITY", needed.name(), text));
    }

    private void referByCapacity(OwnShare share) {
        BigDecimal own = share.sumInsuredCny();
        BigDecimal capacity = share.capacityCny();
        if (own != null && capacity != null && share.exceedsCapacity()) {
            Text text = rulebook.reason("QUO-CAPACITY")
                    .with("own", own.toPlainString())
                    .with("capacity", capacity.toPlainString());
            referrals.add(new Reason("QUO-CAPACITY", capacity.toPlainString(), text));
        }
    }

    /** With the insureds whose own level is as high. */
    private Reason of(Reason level) {
        return new Reason(level.id(), level.subject(), level.text(), from(own -> own.level() == assessment.level()));
    }

    /** A reason of the release about a subject. */
    static Reason reason(Rulebook rulebook, String id, String subject) {
        return new Reason(id, subject, rulebook.reason(id).with("subject", subject));
    }

    private List<Gate> restrictions() {
        List<Gate> gates = new ArrayList<>(assessment.gates(GateEffect.BIND_BLOCK));
        gates.addAll(assessment.gates(GateEffect.COVER_BLOCK));
        gates.addAll(assessment.gates(GateEffect.CONDITION));
        return gates;
    }

    private List<Reason> reasons(List<Gate> gates) {
        return gates.stream()
                .map(gate -> new Reason(gate.ruleId(), gate.subject(), gate.reason(), insureds(gate)))
                .toList();
    }

    /** The insureds of a schedule on whose own facts a gate fired; empty for a single risk, and where only all of them together fire it. */
    List<String> insureds(Gate gate) {
        return from(own -> has(own, gate));
    }

    private static boolean has(RiskAssessment own, Gate gate) {
        return own.gates().stream()
                .anyMatch(each ->
                        each.ruleId().equals(gate.ruleId()) && each.subject().equals(gate.subject()));
    }

    /** The insureds on whose own facts something holds. */
    private List<String> from(Predicate<RiskAssessment> test) {
        return parts.stream()
                .filter(part -> test.test(part.assessment()))
                .flatMap(part -> Stream.ofNullable(part.insuredId()))
                .toList();
    }
}
