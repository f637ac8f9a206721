package org.panbao.rulebook;

/** What can be paid under an item, apart from what its clause says; from the widest to none. */
public enum CoverStatus {
    COVERED,
    /** With a sublimit, or less some losses. */
    LIMITED,
    /** Once a condition is met or consent given. */
    CONDITIONAL,
    /** In the clause, but not payable in Chinese practice: ransom, fines. */
    NOMINAL_ONLY,
    EXCLUDED,
    /** No clause in the catalogue. */
    UNMAPPED;

    /** Whether anything can be paid at all. */
    public boolean isPayable() {
        return compareTo(NOMINAL_ONLY) < 0;
    }

    /** The one under which less can be paid. */
    public CoverStatus worse(CoverStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
