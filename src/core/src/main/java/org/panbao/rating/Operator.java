package org.panbao.rating;

/** The closed list of what a step may do. {@code docs/rate-basis.md} defines each to the last digit. */
public enum Operator {
    /** The single filed value of the row that the key hits. */
    LOOKUP,
    /** In a straight line between two ends. */
    INTERPOLATE_LINEAR,
    /** In a straight line over the natural logarithm of the key. */
    INTERPOLATE_LOG,
    /** Product of all operands. */
    MULTIPLY,
    /** Product of a rate and an input. */
    MULTIPLY_PARAMETER,
    /** Sum of all operands. */
    ADD,
    /** The first operand less the second. */
    SUBTRACT,
    /** The first operand over the second, to 34 significant digits, half even. */
    DIVIDE,
    MIN,
    MAX,
    /** The first operand held between the second and the third. */
    CLAMP,
    /** The operand rounded. */
    ROUND,
    /** A value that a person chose inside the row. */
    CHOOSE
}
