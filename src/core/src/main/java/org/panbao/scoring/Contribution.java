package org.panbao.scoring;

import java.math.BigDecimal;
import org.panbao.base.Text;

/**
 * One part of a dimension's score.
 *
 * @param kind what {@code value} counts
 * @param id rule or table row, named again in the release's messages
 * @param subject question, system or fact
 * @param value inherent points, or the credit 0–1 of a control
 * @param weight weight of a control inside its dimension; 1 for inherent points
 */
public record Contribution(Kind kind, String id, String subject, BigDecimal value, BigDecimal weight, Text reason) {

    /** Points of inherent risk, or credit for a control. */
    public enum Kind {
        INHERENT,
        CONTROL
    }
}
