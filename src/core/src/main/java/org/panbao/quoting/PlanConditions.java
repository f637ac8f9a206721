package org.panbao.quoting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Direction;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.SystemKind;
import org.panbao.rulebook.Question.AskedIf;

/** Whether the facts of a plan make a question applicable to an insured. A fact that is not stated rules nothing out. */
final class PlanConditions {

    /** A manufacturing-execution system is information technology beside the control systems. */
    private static final Set<SystemKind> CONTROL_SYSTEMS =
            EnumSet.of(SystemKind.INDUSTRIAL_CONTROL, SystemKind.INDUSTRIAL_PLATFORM);

    private static final Set<Hosting> CLOUD = EnumSet.of(Hosting.PUBLIC_CLOUD, Hosting.HYBRID);
    private static final Set<Hosting> RUN_BY_OTHERS =
            EnumSet.of(Hosting.PUBLIC_CLOUD, Hosting.HYBRID, Hosting.OUTSOURCED);

    /** Divisions of GB/T 4754 section I beside 64, internet services. */
    private static final String TELECOM = "63";

    private static final String SOFTWARE = "65";

    private final Plan plan;

    PlanConditions(Plan plan) {
        this.plan = plan;
    }

    /** Those of a pack hold where their fact is stated; the others, unless facts of the plan say otherwise. */
    boolean hold(AskedIf condition, Insured insured) {
        return switch (condition) {
            case ALWAYS -> true;
            case OPERATIONAL_TECHNOLOGY -> hasOperationalTechnology(insured);
            case CONNECTED_VEHICLES -> servesVehicles(insured);
            case INDUSTRIAL_INTERNET -> hasOperationalTechnology(insured) || isGraded(insured, 1);
            case INDUSTRIAL_GRADE_TWO -> isGraded(insured, 2);
            case INDUSTRIAL_GRADE_THREE -> isGraded(insured, 3);
            case INDUSTRIAL_PLATFORM -> anySystem(insured, system -> system.kind() == SystemKind.INDUSTRIAL_PLATFORM);
            case TELECOM_INTERNET -> isTelecomOrInternet(industry(insured));
            case TELECOM_NETWORK -> TELECOM.equals(industry(insured).division());
            case FINANCE -> industry(insured).section().equals("J");
            case CLOUD_HOSTING -> anySystem(insured, system -> CLOUD.contains(system.hosting()));
            case CRITICAL_INFRASTRUCTURE -> Boolean.TRUE.equals(insured.criticalInfrastructureOperator());
            case DATA_EXPORT -> Boolean.TRUE.equals(insured.dataExport());
            case INCIDENTS ->
                plan.security().incidents() == null
                        || !plan.security().knownIncidents().isEmpty();
            case INTERNET_FACING -> unlessListed(insured, InformationSystem::internetFacing);
            case MOBILE_APPLICATION -> unlessListed(insured, system -> system.kind() == SystemKind.MOBILE_APPLICATION);
            case OUTSOURCED_SYSTEMS -> unlessListed(insured, system -> RUN_BY_OTHERS.contains(system.hosting()));
            case IMPORTANT_DATA -> !Boolean.FALSE.equals(insured.importantDataProcessor());
            case PERSONAL_RECORDS -> insured.personalRecordCount() == null || insured.personalRecordCount() > 0;
        };
    }

    /** By its vehicles or its platform, whatever the direction of the plan; by the direction where it states neither. */
    private boolean servesVehicles(Insured insured) {
        Long vehicles = insured.connectedVehicles();
        return (vehicles != null && vehicles > 0)
                || plan.direction() == Direction.CONNECTED_VEHICLES
                || anySystem(insured, system -> system.kind() == SystemKind.VEHICLE_PLATFORM);
    }

    private static boolean isGraded(Insured insured, int atLeast) {
        Integer grade = insured.industrialInternetGrade();
        return grade != null && grade >= atLeast;
    }

    private static IndustryCode industry(Insured insured) {
        return IndustryCode.parse(insured.industry());
    }

    /** Section I but for software; the section alone rules neither telecom nor internet services out. */
    private static boolean isTelecomOrInternet(IndustryCode industry) {
        return industry.section().equals("I") && !SOFTWARE.equals(industry.division());
    }

    /** Stated, or shown by a system that is one. */
    boolean hasOperationalTechnology(Insured insured) {
        return Boolean.TRUE.equals(insured.operationalTechnology()) || runsControlSystem(insured);
    }

    boolean runsControlSystem(Insured insured) {
        return anySystem(insured, system -> CONTROL_SYSTEMS.contains(system.kind()));
    }

    private boolean anySystem(Insured insured, Predicate<InformationSystem> test) {
        return systems().stream().anyMatch(system -> isOf(insured, system.insuredId()) && test.test(system));
    }

    /** Without any system listed nothing is ruled out. */
    private boolean unlessListed(Insured insured, Predicate<InformationSystem> test) {
        return systems().isEmpty() || anySystem(insured, test);
    }

    private List<InformationSystem> systems() {
        return plan.informatization().systems();
    }

    /** What names no insured belongs to all. */
    private static boolean isOf(Insured insured, @Nullable String insuredId) {
        return insuredId == null || insuredId.equals(insured.insuredId());
    }
}
