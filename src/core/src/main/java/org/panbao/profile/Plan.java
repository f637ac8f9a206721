package org.panbao.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's plan as filed (Annex 5 of the second pilot batch), structured beside its prose.
 *
 * <p>Component names are the JSON names of the published schema {@code plan-1.schema.json}. Amounts are yuan, decimals
 * are plain text in JSON, counts are whole numbers, dates ISO 8601. A list that is absent is empty, but for that of
 * incidents; every other absent value is null, which means "not stated", never zero.
 *
 * @param asOf the day as of which the plan says what it says; null for the day on which it is filed
 */
public record Plan(
        String formatVersion,
        Form form,
        String planName,
        Direction direction,
        @Nullable String directionNote,
        @Nullable LocalDate asOf,
        Policyholder policyholder,
        List<Insured> insureds,
        Informatization informatization,
        Security security,
        Need need) {

    public Plan {
        insureds = List.copyOf(insureds);
    }

    /** The full questionnaire, or the short form of an inclusive (普惠) product. */
    public enum Form {
        FULL,
        SHORT
    }

    /** Application direction of the pilot: 工业互联网, 电信和互联网, 车联网, 其他 (needs a note). */
    public enum Direction {
        INDUSTRIAL_INTERNET,
        TELECOM_INTERNET,
        CONNECTED_VEHICLES,
        OTHER
    }

    /** Nature of a unit as the forms list it. */
    public enum Nature {
        PUBLIC_INSTITUTION,
        STATE_OWNED,
        PRIVATE,
        JOINT_VENTURE,
        STATE_CONTROLLED,
        STATE_PARTICIPATED,
        OTHER
    }

    /** How an insured belongs to the policyholder. */
    public enum Relationship {
        SELF,
        SUBSIDIARY,
        BRANCH,
        PARK_TENANT,
        PRODUCT_CUSTOMER
    }

    /** Person to write to; kept outside the rate basis and the audit log. */
    public record Contact(
            String name, @Nullable String phone, @Nullable String email) {}

    /**
     * Who signs the application. May differ from every insured.
     *
     * @param registeredCapitalCny registered or start-up capital
     * @param introduction the unit's history and business in at most 400 words, as the form asks
     * @param jointUnits the units that file the plan together with the policyholder
     */
    public record Policyholder(
            String name,
            String creditCode,
            String region,
            @Nullable String address,
            Nature nature,
            @Nullable String natureNote,
            @Nullable LocalDate founded,
            @Nullable BigDecimal registeredCapitalCny,
            @Nullable String introduction,
            List<JointUnit> jointUnits,
            @Nullable Contact contact) {
        public Policyholder {
            jointUnits = List.copyOf(jointUnits);
        }
    }

    /**
     * A unit that files the plan together with the policyholder.
     *
     * @param category what kind of unit it is, in the form's words or free text
     */
    public record JointUnit(
            String name,
            String creditCode,
            @Nullable Nature nature,
            @Nullable String category) {}

    /**
     * An insured enterprise with facts of its own.
     *
     * @param insuredId name of this insured inside the plan
     * @param region GB/T 2260 code, six digits
     * @param industry GB/T 4754-2017 code: section letter, division, group or class
     * @param grossMarginPercent 0–100
     * @param onlineRevenuePercent share of revenue earned online, 0–100
     * @param industrialInternetGrade self-grade 1–3 under the MIIT classification; 0 when not graded
     * @param connectedVehicles number of vehicles served
     * @param joinedOn day a tenant or customer joined the schedule
     * @param limitCny limit of this insured inside the shared aggregate
     */
    public record Insured(
            String insuredId,
            Relationship relationship,
            String name,
            String creditCode,
            String region,
            String industry,
            @Nullable Nature nature,
            @Nullable BigDecimal annualRevenueCny,
            @Nullable BigDecimal grossMarginPercent,
            @Nullable BigDecimal onlineRevenuePercent,
            @Nullable Integer staffCount,
            @Nullable Long personalRecordCount,
            @Nullable Long sensitiveRecordCount,
            @Nullable Boolean criticalInfrastructureOperator,
            @Nullable Boolean importantDataProcessor,
            @Nullable Integer industrialInternetGrade,
            @Nullable Long connectedVehicles,
            @Nullable Boolean operationalTechnology,
            @Nullable Boolean physicalDamagePossible,
            @Nullable Boolean dataExport,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leavesOn,
            @Nullable BigDecimal limitCny) {}

    /** Section two of the form: networks and systems. */
    public record Informatization(@Nullable String prose, List<InformationSystem> systems) {
        public Informatization {
            systems = List.copyOf(systems);
        }
    }

    /** What a system is for. */
    public enum SystemKind {
        WEB_APPLICATION,
        MOBILE_APPLICATION,
        ERP,
        OFFICE,
        MANUFACTURING_EXECUTION,
        INDUSTRIAL_CONTROL,
        INDUSTRIAL_PLATFORM,
        VEHICLE_PLATFORM,
        PAYMENT,
        DATA_PLATFORM,
        IDENTITY,
        COMMUNICATION_NETWORK,
        OTHER
    }

    /** Where a system runs. */
    public enum Hosting {
        ON_PREMISES,
        PUBLIC_CLOUD,
        PRIVATE_CLOUD,
        HYBRID,
        OUTSOURCED
    }

    /** Where the machines stand; covers end at the mainland's border. */
    public enum Location {
        MAINLAND,
        OVERSEAS
    }

    /**
     * A system (定级对象 where graded).
     *
     * @param importance 1 (low) to 5 (the business stops)
     * @param tolerableOutageHours hours of outage the business bears
     */
    public record InformationSystem(
            String systemId,
            @Nullable String insuredId,
            String name,
            SystemKind kind,
            Hosting hosting,
            @Nullable String cloudProvider,
            @Nullable Location location,
            boolean internetFacing,
            @Nullable Long userCount,
            @Nullable GradedProtection gradedProtection,
            int importance,
            @Nullable BigDecimal dailyRevenueCny,
            @Nullable BigDecimal tolerableOutageHours,
            @Nullable Long recordCount) {}

    /** Conclusion of an assessment report of the 2025 template (符合, 基本符合, 不符合). */
    public enum Conclusion {
        CONFORMS,
        BASICALLY_CONFORMS,
        NOT_CONFORMS
    }

    /**
     * Graded protection (等保) of one system.
     *
     * @param level 1–5; 0 says that the system was not graded
     * @param majorHazards number of 重大风险隐患 in a report of the 2025 template
     * @param score 0–100 of an older report
     */
    public record GradedProtection(
            int level,
            @Nullable String filingNumber,
            @Nullable LocalDate assessedOn,
            @Nullable Conclusion conclusion,
            @Nullable Integer majorHazards,
            @Nullable BigDecimal score) {}

    /**
     * Section three of the form: security as practised.
     *
     * @param incidents empty says that there were none; null says nothing
     */
    public record Security(
            @Nullable String prose,
            @Nullable BigDecimal annualSpendCny,
            @Nullable BigDecimal itBudgetCny,
            List<PolicyDocument> policies,
            @Nullable Organisation organisation,
            List<DeployedProduct> products,
            List<SecurityService> services,
            @Nullable Staff staff,
            List<PlanAnswer> answers,
            @Nullable List<Incident> incidents,
            @Nullable InsuranceHistory insuranceHistory) {

        public Security {
            policies = List.copyOf(policies);
            products = List.copyOf(products);
            services = List.copyOf(services);
            answers = List.copyOf(answers);
            incidents = incidents == null ? null : List.copyOf(incidents);
        }

        /** Those that are stated. */
        public List<Incident> knownIncidents() {
            return incidents == null ? List.of() : incidents;
        }
    }

    public record PolicyDocument(String title, @Nullable LocalDate reviewedOn) {}

    public record Organisation(
            @Nullable Boolean headAppointed,
            @Nullable Boolean dedicatedBody,
            @Nullable String prose) {}

    /**
     * A security product in use.
     *
     * @param coveragePercent share of the machines it should protect, 0–100
     */
    public record DeployedProduct(
            String kind,
            String name,
            @Nullable String vendor,
            @Nullable BigDecimal coveragePercent) {}

    public record SecurityService(
            String kind,
            String provider,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public record Staff(@Nullable Integer fullTime, List<Certificate> certificates) {
        public Staff {
            certificates = List.copyOf(certificates);
        }
    }

    public record Certificate(String kind, int count) {}

    /** The six states of an answer; only {@code UNANSWERED} counts as bad. */
    public enum AnswerState {
        YES,
        PARTIAL,
        NO,
        NOT_APPLICABLE,
        NOT_ASKED,
        UNANSWERED
    }

    /** How an answer is known, from weakest to strongest. */
    public enum EvidenceKind {
        DECLARED,
        DOCUMENTED,
        MEASURED
    }

    /**
     * An answer to a question of the bank.
     *
     * @param value the number asked for, in the unit of the question
     * @param date the date asked for, for example of the last drill
     * @param notApplicableBecause the fact that makes the question not applicable
     * @param assessmentReference the assessment behind a measured answer; without it the answer counts as documented
     */
    public record PlanAnswer(
            String questionId,
            @Nullable String insuredId,
            AnswerState state,
            @Nullable BigDecimal value,
            @Nullable LocalDate date,
            @Nullable EvidenceKind evidence,
            @Nullable String assessmentReference,
            @Nullable String answeredBy,
            @Nullable LocalDate answeredOn,
            @Nullable String notApplicableBecause,
            @Nullable String note) {}

    /** Level of a cyber incident (GB/T 20986). */
    public enum IncidentLevel {
        GENERAL,
        LARGER,
        MAJOR,
        ESPECIALLY_MAJOR
    }

    /**
     * A past incident.
     *
     * @param insuredId the insured it happened to; null when the plan does not say
     * @param category GB/T 20986-2023 category as the code list of the release names it, for example {@code MP}
     */
    public record Incident(
            @Nullable String insuredId,
            LocalDate occurredOn,
            String category,
            @Nullable IncidentLevel level,
            @Nullable BigDecimal lossCny,
            boolean closed,
            @Nullable String note) {}

    /**
     * What earlier insurers know.
     *
     * @param insuredYears full years insured with this insurer without a break; 0 for a new customer
     * @param lossRatioPercent claims paid over premium of those years
     */
    public record InsuranceHistory(
            int insuredYears,
            @Nullable BigDecimal lossRatioPercent,
            @Nullable Boolean declinedBefore,
            @Nullable Boolean scanAuthorisationRefused) {}

    /** Section four of the form: what is wanted. */
    public record Need(
            @Nullable String prose,
            List<String> objects,
            List<String> scenarios,
            List<WantedCover> covers,
            @Nullable BigDecimal aggregateLimitCny,
            @Nullable BigDecimal perEventLimitCny,
            @Nullable LocalDate inception,
            @Nullable String term,
            @Nullable Boolean instalments) {

        public Need {
            objects = List.copyOf(objects);
            scenarios = List.copyOf(scenarios);
            covers = List.copyOf(covers);
        }
    }

    /**
     * A cover the enterprise asks for.
     *
     * @param item cover item of the catalogue, P01–P16 and L01–L07
     * @param deductiblePercent share of each loss borne by the insured, 0–100
     */
    public record WantedCover(
            String item,
            @Nullable BigDecimal limitCny,
            @Nullable BigDecimal deductibleCny,
            @Nullable BigDecimal deductiblePercent,
            @Nullable BigDecimal waitingHours,
            @Nullable BigDecimal dailyLimitCny,
            @Nullable Integer indemnityDays) {}
}
