package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Direction;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Incident;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.Informatization;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.Nature;
import org.panbao.profile.Plan.Need;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.Plan.Policyholder;
import org.panbao.profile.Plan.Relationship;
import org.panbao.profile.Plan.Security;

/** Small plans for tests of the derivation. */
final class PlanFixtures {

    private PlanFixtures() {}

    static Insured insured(String id, String industry, String revenueCny, String marginPercent) {
        return new Insured(
                id,
                Relationship.SELF,
                "Insured " + id,
                "91110000000000000X",
                "130100",
                industry,
                Nature.PRIVATE,
                new BigDecimal(revenueCny),
                new BigDecimal(marginPercent),
                null,
                100,
                500L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Insured leaving(Insured insured, LocalDate leavesOn) {
        return with(insured, "leavesOn", leavesOn);
    }

    static Insured withStaff(Insured insured, int staffCount) {
        return with(insured, "staffCount", staffCount);
    }

    private static Insured with(Insured insured, String component, Object value) {
        return (Insured) PlanExamples.with(insured, component, value);
    }

    static PlanAnswer answer(String questionId, String insuredId, AnswerState state) {
        return answer(questionId, insuredId, state, null, null, null);
    }

    static PlanAnswer answer(
            String questionId,
            String insuredId,
            AnswerState state,
            String value,
            EvidenceKind evidence,
            String assessmentReference) {
        return new PlanAnswer(
                questionId,
                insuredId,
                state,
                value == null ? null : new BigDecimal(value),
                null,
                evidence,
                assessmentReference,
                null,
                LocalDate.of(2026, 2, 19),
                null,
                null);
    }

    static Plan plan(Form form, List<Insured> insureds, List<PlanAnswer> answers) {
        return plan(form, insureds, answers, List.of(), List.of());
    }

    static Plan plan(
            Form form,
            List<Insured> insureds,
            List<PlanAnswer> answers,
            List<InformationSystem> systems,
            List<Incident> incidents) {
        return new Plan(
                "1",
                form,
                "plan",
                Direction.OTHER,
                "note",
                null,
                new Policyholder(
                        "Holder",
                        "91110000000000000X",
                        "130100",
                        null,
                        Nature.PRIVATE,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null),
                insureds,
                new Informatization(null, systems),
                new Security(
                        null,
                        new BigDecimal("30"),
                        new BigDecimal("400"),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        answers,
                        incidents,
                        null),
                new Need(null, List.of(), List.of("RANSOMWARE"), List.of(), null, null, null, null, null));
    }
}
