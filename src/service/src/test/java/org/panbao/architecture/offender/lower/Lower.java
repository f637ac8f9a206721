package org.panbao.architecture.offender.lower;

import org.panbao.architecture.offender.upper.Upper;

/** Planted: calls up. */
public class Lower {
    public Upper upper() {
        return new Upper();
    }
}
