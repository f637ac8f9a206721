package org.panbao.rulebook;

import java.util.List;
import org.panbao.base.Text;

/**
 * A parameter worked out from others, for example the limit of business interruption.
 *
 * @param covers the covers that have it; empty for a value of the whole product
 * @param of the parameters or derived parameters it is made of, in order
 */
public record DerivedParameter(
        String id, List<String> covers, Unit unit, Text name, Formula formula, List<String> of, String source) {

    /** The closed set of ways to work a parameter out. */
    public enum Formula {
        /** Product of two or more parameters. */
        MULTIPLY,
        /** The first divided by the second. */
        DIVIDE,
        /** Sum of two or more parameters. */
        ADD,
        /** Sum of one cover parameter over the covers that are insured. */
        SUM_OVER_COVERS
    }

    public DerivedParameter {
        covers = List.copyOf(covers);
        of = List.copyOf(of);
    }

    public boolean isOfProduct() {
        return covers.isEmpty();
    }
}
