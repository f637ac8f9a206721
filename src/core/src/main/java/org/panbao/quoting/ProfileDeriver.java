package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.IncidentFact;
import org.panbao.profile.NeedFact;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.GradedProtection;
import org.panbao.profile.Plan.Incident;
import org.panbao.profile.Plan.IncidentLevel;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.Location;
import org.panbao.profile.Plan.Need;
import org.panbao.profile.Plan.WantedCover;
import org.panbao.profile.Profile;
import org.panbao.profile.SystemFact;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rulebook.QuestionBank;

/** Derives from a plan the facts that rules and tariffs read on a rating date. */
public final class ProfileDeriver {

    private static final int HISTORY_YEARS = 3;

    private ProfileDeriver() {}

    /** Insureds that have left by the rating date do not count, unless every one of them has. */
    public static Profile derive(Plan plan, LocalDate ratingDate, QuestionBank bank) {
        return derive(plan, insuredOn(plan.insureds(), ratingDate), ratingDate, bank);
    }

    /** The facts of these insureds as one risk. */
    static Profile derive(Plan plan, List<Insured> insureds, LocalDate ratingDate, QuestionBank bank) {
        List<SystemFact> systems = plan.informatization().systems().stream()
                .filter(system -> belongs(system.insuredId(), insureds))
                .map(system -> system(system, ratingDate))
                .toList();
        AnswerDeriver answers = new AnswerDeriver(plan, insureds, ratingDate, bank);
        return new Profile(
                ratingDate,
                EnterpriseDeriver.derive(plan, insureds),
                systems,
                answers.derive(),
                incidents(
                        plan.security().knownIncidents().stream()
                                .filter(incident -> belongs(incident.insuredId(), insureds))
                                .toList(),
                        ratingDate),
                plan.need().covers().stream().map(ProfileDeriver::wanted).toList(),
                need(plan.need()),
                SecurityDeriver.derive(plan.security(), ratingDate),
                UnstatedFacts.find(plan, insureds, bank),
                answers.assessments());
    }

    /** Whoever has not left by then; everybody when all have. */
    private static List<Insured> insuredOn(List<Insured> insureds, LocalDate ratingDate) {
        List<Insured> current = insureds.stream()
                .filter(insured -> isInsuredOn(insured, ratingDate))
                .toList();
        return current.isEmpty() ? insureds : current;
    }

    /** Whether somebody has not left by then. */
    static boolean isInsuredOn(Insured insured, LocalDate ratingDate) {
        LocalDate leaves = insured.leavesOn();
        return leaves == null || leaves.isAfter(ratingDate);
    }

    /** What names no insured belongs to all. */
    static boolean belongs(@Nullable String owner, List<Insured> insureds) {
        return owner == null
                || insureds.stream().anyMatch(insured -> insured.insuredId().equals(owner));
    }

    private static SystemFact system(InformationSystem system, LocalDate ratingDate) {
        GradedProtection grading = system.gradedProtection();
        return new SystemFact(
                system.systemId(),
                system.kind(),
                system.hosting(),
                system.cloudProvider(),
                system.location() == Location.OVERSEAS,
                system.internetFacing(),
                system.userCount(),
                system.importance(),
                system.dailyRevenueCny(),
                system.tolerableOutageHours(),
                system.recordCount(),
                grading == null ? null : grading.level(),
                grading != null && isStated(grading.filingNumber()),
                grading == null ? null : ageDays(grading.assessedOn(), ratingDate),
                grading == null ? null : grading.conclusion(),
                grading == null ? null : grading.majorHazards(),
                grading == null ? null : grading.score());
    }

    private static boolean isStated(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Whole days from a date to the rating date; a date still to come counts as today. */
    static @Nullable Integer ageDays(@Nullable LocalDate date, LocalDate ratingDate) {
        return date == null ? null : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(date, ratingDate)));
    }

    private static IncidentFact incidents(List<Incident> incidents, LocalDate ratingDate) {
        LocalDate from = ratingDate.minusYears(HISTORY_YEARS);
        List<Incident> recent = incidents.stream()
                .filter(incident -> !incident.occurredOn().isBefore(from))
                .toList();
        BigDecimal loss = BigDecimal.ZERO;
        for (Incident incident : recent) {
            BigDecimal part = incident.lossCny();
            loss = part == null ? loss : loss.add(part);
        }
        return new IncidentFact(
                recent.size(),
                (int) incidents.stream().filter(incident -> !incident.closed()).count(),
                (int) recent.stream().filter(ProfileDeriver::isMajor).count(),
                loss);
    }

    private static boolean isMajor(Incident incident) {
        IncidentLevel level = incident.level();
        return level != null && level.compareTo(IncidentLevel.MAJOR) >= 0;
    }

    private static WantedCoverFact wanted(WantedCover cover) {
        return new WantedCoverFact(
                cover.item(),
                cover.limitCny(),
                cover.deductibleCny(),
                cover.deductiblePercent(),
                cover.waitingHours(),
                cover.dailyLimitCny(),
                cover.indemnityDays());
    }

    private static NeedFact need(Need need) {
        return new NeedFact(need.scenarios(), need.aggregateLimitCny(), need.perEventLimitCny(), need.instalments());
    }
}
