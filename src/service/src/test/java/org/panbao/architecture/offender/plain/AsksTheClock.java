package org.panbao.architecture.offender.plain;

import java.time.LocalDate;

/** Planted: asks the machine for the day. */
public class AsksTheClock {
    public LocalDate today() {
        return LocalDate.now();
    }
}
