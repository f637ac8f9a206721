package org.panbao.rulebook;

/**
 * What a rule inserts when it fires: which rule, and what it is about. What a hit means in numbers (points, floors, due
 * days, effect) is the row of the same id in the table of its area, never the rule.
 */
public sealed interface Hit {

    /** Id of the rule, for example {@code GAT-IDN-001}; also the id of its row and of its reason. */
    String ruleId();

    /**
     * The fact that made the rule fire: a question id, a system id, or the name of a profile component.
     *
     * <p>For rules that fire once for several facts, the first in their order.
     */
    String subject();

    /** A gate; its effect is the row of {@code rules/gates/gates.csv}. */
    record GateHit(String ruleId, String subject) implements Hit {}

    /** A contribution to inherent risk; points and dimension are the row of {@code rules/scoring/inherent.csv}. */
    record InherentHit(String ruleId, String subject) implements Hit {}

    /** A critical gap; the level it forces at least is the row of {@code rules/scoring/critical-gaps.csv}. */
    record CriticalGapHit(String ruleId, String subject) implements Hit {}

    /** Advice on a cover item; kind and figures are the row of {@code rules/coverage/advice.csv}. */
    record CoverHit(String ruleId, String subject, String item) implements Hit {}

    /** A control effectiveness may not count above the cap in the row of {@code rules/rating/caps.csv}. */
    record EffectivenessCapHit(String ruleId, String subject) implements Hit {}

    /** A gate whose question was asked and not answered: the answer is awaited, nothing is refused. */
    record PendingHit(String ruleId, String subject) implements Hit {}
}
