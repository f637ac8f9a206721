package org.panbao.architecture.offender.plain;

import java.util.Date;

/** Planted: a date of now. */
public class MakesADate {
    public Date now() {
        return new Date();
    }
}
