package org.panbao.quoting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Conclusion;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.GradedProtection;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.InsuranceHistory;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.UnstatedFact;
import org.panbao.rulebook.NeededFact;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.RulebookException;

/** Which of the facts that a release needs a plan leaves out. What is needed stands in the release, not here. */
final class UnstatedFacts {

    private static final String HISTORY = "/security/insuranceHistory";
    private static final String INCIDENTS = "/security/incidents";
    private static final String SYSTEMS = "/informatization/systems";

    private static final Map<String, Function<Insured, @Nullable Object>> OF_INSURED = Map.ofEntries(
            Map.entry("enterprise.annualRevenueCny", Insured::annualRevenueCny),
            Map.entry("enterprise.personalRecordCount", Insured::personalRecordCount),
            Map.entry("enterprise.sensitiveRecordCount", Insured::sensitiveRecordCount),
            Map.entry("enterprise.criticalInfrastructureOperator", Insured::criticalInfrastructureOperator),
            Map.entry("enterprise.importantDataProcessor", Insured::importantDataProcessor),
            Map.entry("enterprise.operationalTechnology", Insured::operationalTechnology),
            Map.entry("enterprise.physicalDamagePossible", Insured::physicalDamagePossible),
            Map.entry("enterprise.dataExport", Insured::dataExport),
            Map.entry("enterprise.industrialInternetGrade", Insured::industrialInternetGrade),
            Map.entry("enterprise.connectedVehicles", Insured::connectedVehicles));

    /** A fact of a system: the field under the system, and whether it is stated. */
    private record OfSystem(String field, Predicate<InformationSystem> isStated) {}

    /** A fact of the whole plan: its place, and whether it is stated. */
    private record OfPlan(String pointer, Predicate<Plan> isStated) {}

    private static final Map<String, OfSystem> OF_SYSTEM = Map.of(
            "system.overseas", new OfSystem("/location", system -> system.location() != null),
            "system.protectionLevel", new OfSystem("/gradedProtection", system -> system.gradedProtection() != null),
            "system.conclusion",
                    new OfSystem("/gradedProtection/conclusion", system -> hasResult(system.gradedProtection())),
            "system.majorHazards",
                    new OfSystem("/gradedProtection/majorHazards", system -> countsHazards(system.gradedProtection())));

    private static final Map<String, OfPlan> OF_PLAN = Map.of(
            "enterprise.declinedBefore",
                    new OfPlan(HISTORY + "/declinedBefore", plan -> states(plan, InsuranceHistory::declinedBefore)),
            "enterprise.scanAuthorisationRefused",
                    new OfPlan(
                            HISTORY + "/scanAuthorisationRefused",
                            plan -> states(plan, InsuranceHistory::scanAuthorisationRefused)),
            "enterprise.lossRatioPercent",
                    new OfPlan(
                            HISTORY + "/lossRatioPercent",
                            plan -> isNew(plan) || states(plan, InsuranceHistory::lossRatioPercent)),
            "system.systemId",
                    new OfPlan(
                            SYSTEMS, plan -> !plan.informatization().systems().isEmpty()),
            "incidents.countThreeYears",
                    new OfPlan(INCIDENTS, plan -> plan.security().incidents() != null),
            "incidents.majorCountThreeYears",
                    new OfPlan(
                            INCIDENTS,
                            plan -> plan.security().knownIncidents().stream()
                                    .noneMatch(incident -> incident.level() == null)));

    private final Plan plan;
    private final List<Insured> insureds;
    private final QuestionBank bank;
    private final PlanConditions conditions;
    private final PlanAnswers answers;

    private UnstatedFacts(Plan plan, List<Insured> insureds, QuestionBank bank) {
        this.plan = plan;
        this.insureds = insureds;
        this.bank = bank;
        this.conditions = new PlanConditions(plan);
        this.answers = new PlanAnswers(plan);
    }

    /** In the order in which the release names the facts. */
    static List<UnstatedFact> find(Plan plan, List<Insured> insureds, QuestionBank bank) {
        UnstatedFacts search = new UnstatedFacts(plan, insureds, bank);
        Set<UnstatedFact> unstated = new LinkedHashSet<>();
        for (NeededFact fact : bank.neededFacts()) {
            if (plan.form() == Form.FULL || fact.shortForm()) {
                search.places(fact).forEach(place -> unstated.add(new UnstatedFact(fact.id(), place)));
            }
        }
        return List.copyOf(unstated);
    }

    /** Where a fact would be stated, as a JSON pointer into the plan; not for the figures of answers. */
    static String pointer(Plan plan, UnstatedFact unstated) {
        String fact = unstated.name();
        OfPlan ofPlan = OF_PLAN.get(fact);
        if (ofPlan != null) {
            return ofPlan.pointer();
        }
        OfSystem ofSystem = OF_SYSTEM.get(fact);
        if (ofSystem != null) {
            List<String> ids = plan.informatization().systems().stream()
                    .map(InformationSystem::systemId)
                    .toList();
            return SYSTEMS + "/" + ids.indexOf(unstated.of()) + ofSystem.field();
        }
        List<String> ids = plan.insureds().stream().map(Insured::insuredId).toList();
        return "/insureds/" + ids.indexOf(unstated.of()) + "/" + fact.substring(fact.indexOf('.') + 1);
    }

    private List<@Nullable String> places(NeededFact fact) {
        Question question = bank.find(fact.id());
        if (question != null) {
            return withoutFigure(question);
        }
        if (OF_INSURED.containsKey(fact.id())) {
            return insuredsWithout(fact, OF_INSURED.get(fact.id()));
        }
        OfSystem ofSystem = OF_SYSTEM.get(fact.id());
        if (ofSystem != null) {
            return systemsWithout(ofSystem.isStated());
        }
        return planWithout(fact);
    }

    private List<@Nullable String> withoutFigure(Question question) {
        List<@Nullable String> places = new ArrayList<>();
        for (Insured insured : insureds) {
            PlanAnswer answer = answers.find(question, insured);
            if (answer != null && isFavourable(answers.state(question, insured)) && figure(question, answer) == null) {
                places.add(answer.insuredId());
            }
        }
        return places;
    }

    private static boolean isFavourable(AnswerState state) {
        return state == AnswerState.YES || state == AnswerState.PARTIAL;
    }

    private static @Nullable Object figure(Question question, PlanAnswer answer) {
        return question.kind() == ValueKind.DATE ? answer.date() : answer.value();
    }

    private List<@Nullable String> insuredsWithout(NeededFact fact, Function<Insured, @Nullable Object> value) {
        List<@Nullable String> places = new ArrayList<>();
        for (Insured insured : insureds) {
            if (value.apply(insured) == null && conditions.hold(fact.askedIf(), insured)) {
                places.add(insured.insuredId());
            }
        }
        return places;
    }

    private List<@Nullable String> systemsWithout(Predicate<InformationSystem> isStated) {
        List<@Nullable String> places = new ArrayList<>();
        for (InformationSystem system : plan.informatization().systems()) {
            if (ProfileDeriver.belongs(system.insuredId(), insureds) && !isStated.test(system)) {
                places.add(system.systemId());
            }
        }
        return places;
    }

    private List<@Nullable String> planWithout(NeededFact fact) {
        OfPlan ofPlan = OF_PLAN.get(fact.id());
        if (ofPlan == null) {
            throw new RulebookException(QuestionBank.NEEDED_FACTS, "names the unknown fact " + fact.id());
        }
        List<@Nullable String> places = new ArrayList<>();
        if (!ofPlan.isStated().test(plan)) {
            places.add(null);
        }
        return places;
    }

    private static boolean states(Plan plan, Function<InsuranceHistory, @Nullable Object> value) {
        InsuranceHistory history = plan.security().insuranceHistory();
        return history != null && value.apply(history) != null;
    }

    private static boolean isNew(Plan plan) {
        InsuranceHistory history = plan.security().insuranceHistory();
        return history == null || history.insuredYears() == 0;
    }

    /** An assessment without its result would hide a bad one. */
    private static boolean hasResult(@Nullable GradedProtection grading) {
        return grading == null
                || grading.assessedOn() == null
                || grading.conclusion() != null
                || grading.score() != null;
    }

    /** A report that does not say "conforms" counts its hazards. */
    private static boolean countsHazards(@Nullable GradedProtection grading) {
        return grading == null
                || grading.conclusion() == null
                || grading.conclusion() == Conclusion.CONFORMS
                || grading.majorHazards() != null;
    }
}
