package org.panbao.rulebook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * One question of the bank, asking for one answer. A "yes" is always the favourable answer; a value makes it exact.
 *
 * @param id for example {@code Q-I1-VPN}; never used again for another question
 * @param section part of the questionnaire it is printed in
 * @param unit unit of a {@code NUMBER} value ({@code percent}, {@code count}, {@code hours}, {@code days},
 *     {@code months}), else null
 * @param min smallest value taken, else null
 * @param max largest value taken, else null
 * @param shortForm asked, as yes or no, in the short form of inclusive products too
 * @param askedIf fact of the enterprise without which the question is not applicable
 * @param dimension code of the risk dimension the answer counts in
 * @param source standard or practice it comes from; {@code proposal} when it is our own
 */
public record Question(
        String id,
        String section,
        Text text,
        ValueKind kind,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean shortForm,
        AskedIf askedIf,
        String dimension,
        String source) {

    /** Whether a larger number is the more favourable one: shares and months kept are, hours, days and counts are not. */
    public boolean higherIsBetter() {
        return "percent".equals(unit) || "months".equals(unit);
    }

    /** What is asked beside yes, partial or no. */
    public enum ValueKind {
        NONE,
        NUMBER,
        DATE
    }

    /**
     * The fact of the plan that makes a question applicable to an insured. Where it does not hold, "not applicable" is an
     * answer; a question of a pack then need not be answered at all.
     */
    public enum AskedIf {
        ALWAYS(false),
        OPERATIONAL_TECHNOLOGY(true),
        CONNECTED_VEHICLES(true),
        /** Operational technology, or a grade under the industrial-internet classification. */
        INDUSTRIAL_INTERNET(true),
        /** Grade two or three of that classification. */
        INDUSTRIAL_GRADE_TWO(true),
        /** Grade three of that classification. */
        INDUSTRIAL_GRADE_THREE(true),
        /** An industrial-internet platform is run. */
        INDUSTRIAL_PLATFORM(true),
        /** GB/T 4754 divisions 63 and 64. */
        TELECOM_INTERNET(true),
        /** GB/T 4754 division 63: somebody who runs a telecom network. */
        TELECOM_NETWORK(true),
        /** GB/T 4754 section J. */
        FINANCE(true),
        CLOUD_HOSTING(true),
        CRITICAL_INFRASTRUCTURE(true),
        DATA_EXPORT(true),
        /** The plan lists an incident. */
        INCIDENTS(false),
        /** A system faces the internet. */
        INTERNET_FACING(false),
        /** There is a mobile application. */
        MOBILE_APPLICATION(false),
        IMPORTANT_DATA(false),
        PERSONAL_RECORDS(false),
        /** A system is run by somebody else: outsourced, or in a public or hybrid cloud. */
        OUTSOURCED_SYSTEMS(false);

        private final boolean pack;

        AskedIf(boolean pack) {
            this.pack = pack;
        }

        /** Printed only for those to whom it applies, so that leaving it out says nothing. */
        public boolean isPack() {
            return pack;
        }
    }
}
