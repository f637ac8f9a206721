package org.panbao.scoring;

/** The five levels of GB/T 20984, from the least risk to the most. */
public enum RiskLevel {
    VERY_LOW,
    LOW,
    MEDIUM,
    HIGH,
    VERY_HIGH;

    /** The higher of the two. */
    public RiskLevel atLeast(RiskLevel floor) {
        return compareTo(floor) >= 0 ? this : floor;
    }
}
