package org.panbao.architecture.offender.plain;

/** Planted: asks the machine for the milliseconds. */
public class AsksTheMachine {
    public long milliseconds() {
        return System.currentTimeMillis();
    }
}
