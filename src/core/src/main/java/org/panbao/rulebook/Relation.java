package org.panbao.rulebook;

import java.math.BigDecimal;

/**
 * What must hold between two parameters, so that the cover can pay at all.
 *
 * @param parameter the one that is held down
 * @param other the one that holds it down
 */
public record Relation(String parameter, Kind kind, String other, String source) {

    /** How the first stands to the second. */
    public enum Kind {
        LESS_THAN,
        AT_MOST
    }

    /** Whether the values keep it. */
    public boolean holds(BigDecimal value, BigDecimal otherValue) {
        int order = value.compareTo(otherValue);
        return kind == Kind.LESS_THAN ? order < 0 : order <= 0;
    }
}
