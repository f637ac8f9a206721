package org.panbao.coverage;

import org.panbao.base.Text;

/** A clause by its code in {@code rules/coverage/terms.csv}, for example exclusion {@code XC17}. */
public record Term(String code, Kind kind, Text wording) {

    /** What sort of clause it is. */
    public enum Kind {
        EXCLUSION,
        WARRANTY,
        CONDITION
    }
}
