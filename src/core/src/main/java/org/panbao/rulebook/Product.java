package org.panbao.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Text;

/**
 * A tariff as filed: everything that pricing needs, read from {@code rules/products/<id>/}.
 *
 * @param sample true for products that are shown, not sold: no insurer's official rate
 * @param questionnaire form of the questionnaire that is enough for it
 * @param eligibility for whom it is made; null when it is for everyone
 * @param aggregate parameter that limits what all covers pay together; null when their amounts simply add up
 * @param schedule how several insureds are rated; null when the filing does not say
 * @param covers in the order in which they are priced; a cover priced from others stands after them
 * @param relations what must hold between parameters
 * @param itemStatus what its wording makes of a cover item; an item that is not named has no clause
 * @param coefficients in the order in which the filing multiplies
 * @param operations what is done, in order
 * @param notices what loading noticed and did not refuse, for example a filing that breaks its own monotonicity
 * @param digest SHA-256 over the paths and digests of the product's files
 */
public record Product(
        String id,
        Text name,
        Line line,
        Form form,
        boolean sample,
        Questionnaire questionnaire,
        List<Filing> filings,
        @Nullable Eligibility eligibility,
        @Nullable String aggregate,
        @Nullable Schedule schedule,
        List<Cover> covers,
        Map<String, Parameter> parameters,
        Map<String, DerivedParameter> derived,
        List<Relation> relations,
        Map<String, CoverStatus> itemStatus,
        List<Coefficient> coefficients,
        List<Operation> operations,
        RoundingRule coverRounding,
        RoundingRule totalRounding,
        ShortTerm shortTerm,
        Instalments instalments,
        Vat vat,
        List<Cap> caps,
        List<StandingChoice> standingChoices,
        String source,
        List<Finding> notices,
        String digest) {

    /** Lines of business as the pilot counts them. */
    public enum Line {
        PROPERTY,
        LIABILITY,
        COMPREHENSIVE,
        PRODUCT_SERVICE
    }

    /** Shapes in which cyber products are sold. */
    public enum Form {
        STANDALONE,
        RIDER,
        PARK,
        INCLUSIVE,
        PERSONAL
    }

    /** The parameters that the amount of a cover is made of: itself, or what it is worked out from; empty without an amount. */
    public List<String> amountParts(Cover cover) {
        String amount = cover.amount();
        if (amount == null) {
            return List.of();
        }
        DerivedParameter made = derived.get(amount);
        return made != null && made.covers().contains(cover.id()) ? made.of() : List.of(amount);
    }

    /** Shapes of a schedule: a firm with subsidiaries and branches, a park with tenants, customers of a product or service. */
    public enum ScheduleShape {
        GROUP,
        PARK,
        PRODUCT_SERVICE
    }

    /** The closed set of ways to rate a schedule. */
    public enum ScheduleMethod {
        /** Each insured is a risk of its own: every operation is done for it alone, and the whole is the sum. */
        PER_INSURED
    }

    /**
     * How several insureds of one policy are rated.
     *
     * @param shared parameters of the whole product that stand once for all insureds, such as the aggregate limit
     * @param maxInsureds the most that are priced in one quote, above nothing
     */
    public record Schedule(
            ScheduleMethod method, List<ScheduleShape> shapes, List<String> shared, int maxInsureds, String source) {
        public Schedule {
            shapes = List.copyOf(shapes);
            shared = List.copyOf(shared);
        }
    }

    /** Which form of the questionnaire is enough to be quoted; a full one always is. */
    public enum Questionnaire {
        FULL,
        SHORT
    }

    /** The steps of a tariff; a product lists those it has, in its order. */
    public enum Operation {
        /** Amount of each cover times its base rate. */
        BASE,
        /** Times each coefficient of the cover, in the order of the filing. */
        COEFFICIENTS,
        /** Filed least and greatest rate, factor or premium of single covers. */
        COVER_CAPS,
        /** Premium of each cover rounded. */
        ROUND_COVERS,
        /** Annual premium as the sum of the covers. */
        SUM,
        /** Filed least and greatest annual premium. */
        TOTAL_CAPS,
        /** Annual premium rounded. */
        ROUND_TOTAL,
        /** Premium of the term. */
        SHORT_TERM
    }

    /**
     * A filing of the tariff by one insurer. A product is sold only by its filers, in their territory and period.
     *
     * @param insurer code of the organisation
     * @param territory codes of GB/T 2260, or {@code CN} for the whole country
     * @param premiumBeforeCover whether cover starts only once the premium was received (见费出单), unless a quote says
     *     otherwise
     */
    public record Filing(
            String insurer,
            String reference,
            @Nullable LocalDate filedOn,
            List<String> territory,
            LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            boolean premiumBeforeCover) {

        public Filing {
            territory = List.copyOf(territory);
        }
    }

    /**
     * For whom the product is made; others are referred.
     *
     * @param maxAnnualRevenueCny largest revenue of the insureds together
     */
    public record Eligibility(BigDecimal maxAnnualRevenueCny, String source) {}

    /**
     * A cover as the filing calls it.
     *
     * @param items cover items of the catalogue (P01…, L01…) that it pays
     * @param amount parameter or derived parameter that the base rate is applied to; null when it is priced from others
     * @param premiumsOf covers whose premiums the base rate is applied to; empty when it has an amount of its own
     * @param baseRate fraction of the amount, before coefficients
     */
    public record Cover(
            String id,
            Text name,
            Line line,
            List<String> items,
            @Nullable String amount,
            List<String> premiumsOf,
            BaseRate baseRate,
            String source) {

        public Cover {
            items = List.copyOf(items);
            premiumsOf = List.copyOf(premiumsOf);
        }
    }

    /** A row of {@code base-rates.csv}. */
    public record BaseRate(String row, BigDecimal rate, String path, String digest, String source) {}

    /** How a term of less than a year is charged. */
    public enum ShortTermMethod {
        /** Months begun, by the filed table. */
        MONTH_TABLE,
        /** Days over a filed number of days; a term of twelve months is the annual premium in every year. */
        BY_DAY,
        /** The filing has no rule: only a term of twelve months can be priced. */
        NOT_FILED
    }

    /**
     * The short-term rule.
     *
     * @param months factor by months begun, empty unless the method is MONTH_TABLE
     * @param daysOfYear days that make a year, null unless the method is BY_DAY
     */
    public record ShortTerm(
            ShortTermMethod method,
            Map<Integer, MonthFactor> months,
            @Nullable BigDecimal daysOfYear,
            RoundingRule rounding,
            String path,
            String digest,
            String source) {

        public ShortTerm {
            months = Map.copyOf(months);
        }
    }

    /** A row of {@code short-term.csv}. */
    public record MonthFactor(String row, BigDecimal factor, String source) {}

    /**
     * How a premium may be paid in parts: equal parts of whole fen, the remainder in the first.
     *
     * @param parameter parameter of unit CODE that tells how it is paid; null when it is always paid at once
     * @param parts number of parts by code
     */
    public record Instalments(@Nullable String parameter, Map<String, Integer> parts, String source) {

        public Instalments {
            parts = Map.copyOf(parts);
        }
    }

    /** Value-added tax; {@code included} tells whether the filed rates contain it. */
    public record Vat(BigDecimal rate, boolean included, String source) {}

    /** What a cap holds down or up. */
    public enum CapBasis {
        /** Premium over amount. */
        RATE,
        /** Product of the coefficients. */
        FACTOR,
        /** Premium in yuan. */
        PREMIUM
    }

    /**
     * A filed least or greatest value.
     *
     * @param covers the covers it holds for; empty for the annual total
     */
    public record Cap(
            String id,
            CapBasis basis,
            List<String> covers,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            String source) {

        public Cap {
            covers = List.copyOf(covers);
        }
    }

    public Product {
        filings = List.copyOf(filings);
        covers = List.copyOf(covers);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
        relations = List.copyOf(relations);
        itemStatus = Map.copyOf(itemStatus);
        coefficients = List.copyOf(coefficients);
        operations = List.copyOf(operations);
        caps = List.copyOf(caps);
        standingChoices = List.copyOf(standingChoices);
        notices = List.copyOf(notices);
    }

    /** The cover with this id, or null. */
    public @Nullable Cover findCover(String coverId) {
        for (Cover cover : covers) {
            if (cover.id().equals(coverId)) {
                return cover;
            }
        }
        return null;
    }

    /** The cover that pays an item, or null. */
    public @Nullable Cover findCarrier(String item) {
        for (Cover cover : covers) {
            if (cover.items().contains(item)) {
                return cover;
            }
        }
        return null;
    }

    /** What the product's wording makes of an item. */
    public CoverStatus statusOf(String item) {
        return itemStatus.getOrDefault(item, CoverStatus.UNMAPPED);
    }

    /** The coefficient with this id, or null. */
    public @Nullable Coefficient findCoefficient(String coefficientId) {
        for (Coefficient coefficient : coefficients) {
            if (coefficient.id().equals(coefficientId)) {
                return coefficient;
            }
        }
        return null;
    }
}
