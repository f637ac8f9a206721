package org.panbao.architecture.offender.upper;

import org.panbao.architecture.offender.lower.Lower;

/** Planted: may call down. */
public class Upper {
    public Lower lower() {
        return new Lower();
    }
}
