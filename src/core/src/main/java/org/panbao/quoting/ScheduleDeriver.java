package org.panbao.quoting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.Profile;
import org.panbao.rating.Term;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;

/**
 * Who of a plan is insured in a term, for how long, and on which facts. An insured is covered from the day it joins and no
 * longer on the day it leaves, within the term of the policy.
 */
public final class ScheduleDeriver {

    private static final Messages MESSAGES = Messages.of(ScheduleDeriver.class, "quoting");

    private final Plan plan;
    private final LocalDate ratingDate;
    private final AskedTerm asked;
    private final List<Finding> findings = new ArrayList<>();

    private ScheduleDeriver(Plan plan, LocalDate ratingDate, AskedTerm asked) {
        this.plan = plan;
        this.ratingDate = ratingDate;
        this.asked = asked;
    }

    /**
     * What is decided upon.
     *
     * @param profile all insureds as one risk
     * @param insureds each of them; empty for a single one with the limits and the term of the policy
     * @param findings who is left out, and dates that could not be counted
     */
    public record Derived(Profile profile, List<ScheduledInsured> insureds, List<Finding> findings) {
        public Derived {
            insureds = List.copyOf(insureds);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The facts of a plan for a term; whoever has left by the rating date, or is in no day of the term, does not count.
     * Throws INVALID_REQUEST, with the places, when that leaves nobody.
     */
    public static Derived derive(Plan plan, LocalDate ratingDate, AskedTerm asked, QuestionBank bank) {
        return new ScheduleDeriver(plan, ratingDate, asked).derive(bank);
    }

    /** Those of them who are insured in a term, in the order of the plan. */
    public static List<Insured> insured(Plan plan, LocalDate ratingDate, AskedTerm asked) {
        return List.copyOf(
                new ScheduleDeriver(plan, ratingDate, asked).covered().keySet());
    }

    private Derived derive(QuestionBank bank) {
        Map<Insured, Term> covered = covered();
        List<Insured> insureds = List.copyOf(covered.keySet());
        if (insureds.isEmpty()) {
            throw nobody();
        }
        tellUnasked(insureds, bank);
        Profile profile = ProfileDeriver.derive(plan, insureds, ratingDate, bank);
        List<ScheduledInsured> scheduled = new ArrayList<>();
        if (isSchedule(covered)) {
            covered.forEach((insured, term) -> scheduled.add(new ScheduledInsured(
                    insured.insuredId(),
                    insured.relationship(),
                    plan.insureds().indexOf(insured),
                    insured.limitCny(),
                    term,
                    ProfileDeriver.derive(plan, List.of(insured), ratingDate, bank))));
        }
        return new Derived(profile, scheduled, findings);
    }

    private boolean isSchedule(Map<Insured, Term> covered) {
        return covered.size() > 1
                || covered.entrySet().stream()
                        .anyMatch(one -> one.getKey().limitCny() != null
                                || !one.getValue().equals(asked.term()));
    }

    private Map<Insured, Term> covered() {
        Map<Insured, Term> covered = new LinkedHashMap<>();
        for (Insured insured : plan.insureds()) {
            Term term = ProfileDeriver.isInsuredOn(insured, ratingDate) ? term(insured) : null;
            if (term != null) {
                covered.put(insured, term);
            }
        }
        return covered;
    }

    /** Whose dates leave no day of the term: an error at each of them, where the others of a schedule would have a warning. */
    private Problem nobody() {
        plan.insureds().stream()
                .filter(insured -> !ProfileDeriver.isInsuredOn(insured, ratingDate))
                .forEach(insured -> tell(insured, "leavesOn", "insured-gone", insured.leavesOn(), ratingDate));
        Stream<Finding> none = Stream.of(
                new Finding(Severity.ERROR, "/plan/insureds", "nobody-insured", MESSAGES.text("nobody-insured")));
        Stream<Finding> why = findings.stream()
                .map(finding -> new Finding(Severity.ERROR, finding.pointer(), finding.code(), finding.message()));
        return new Problem(
                ProblemCode.INVALID_REQUEST, Map.of(), Stream.concat(none, why).toList());
    }

    /** An answer that concerns none of those insured counts for nothing. */
    private void tellUnasked(List<Insured> insureds, QuestionBank bank) {
        PlanAnswers answers = new PlanAnswers(plan);
        List<PlanAnswer> all = plan.security().answers();
        for (int i = 0; i < all.size(); i++) {
            Question question = bank.find(all.get(i).questionId());
            if (question != null && answers.isBesideThePoint(all.get(i), question, insureds)) {
                findings.add(new Finding(
                        Severity.WARNING,
                        "/plan/security/answers/" + i + "/state",
                        "answer-not-asked",
                        MESSAGES.text("answer-not-asked", Map.of("question", question.id()))));
            }
        }
    }

    /** The part of the policy's term in which it is insured; null when there is none. */
    private @Nullable Term term(Insured insured) {
        LocalDate first = asked.firstDay();
        if (first == null) {
            tellUncounted(insured);
            return asked.term();
        }
        LocalDate last = asked.term().lastDay(first);
        LocalDate joins = insured.joinedOn();
        LocalDate leaves = insured.leavesOn();
        if (joins != null && joins.isAfter(last)) {
            tell(insured, "joinedOn", "insured-joins-late", joins, last);
            return null;
        }
        if (leaves != null && !leaves.isAfter(first)) {
            tell(insured, "leavesOn", "insured-left-early", leaves, first);
            return null;
        }
        LocalDate from = joins != null && joins.isAfter(first) ? joins : first;
        LocalDate to = leaves != null && !leaves.isAfter(last) ? leaves.minusDays(1) : last;
        return from.equals(first) && to.equals(last) ? asked.term() : Term.between(from, to);
    }

    /** Without a first day of the policy only a day that has gone by says something: it is insured from the beginning. */
    private void tellUncounted(Insured insured) {
        LocalDate joins = insured.joinedOn();
        if (joins != null && joins.isAfter(ratingDate)) {
            tell(insured, "joinedOn", "insured-dates-open", joins, ratingDate);
        } else if (insured.leavesOn() != null) {
            tell(insured, "leavesOn", "insured-dates-open", insured.leavesOn(), ratingDate);
        }
    }

    private void tell(Insured insured, String field, String code, @Nullable LocalDate day, LocalDate end) {
        Map<String, String> values =
                Map.of("insured", insured.insuredId(), "day", String.valueOf(day), "end", end.toString());
        String pointer = "/plan/insureds/" + plan.insureds().indexOf(insured) + "/" + field;
        findings.add(new Finding(Severity.WARNING, pointer, code, MESSAGES.text(code, values)));
    }
}
