package org.panbao.architecture.offender;

import java.time.LocalDate;

/** Planted: asks the machine for the day. */
public class LooksAtTheClock {
    public LocalDate today() {
        return LocalDate.now();
    }
}
