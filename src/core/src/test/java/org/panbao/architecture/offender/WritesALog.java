package org.panbao.architecture.offender;

import org.slf4j.Logger;

/** Planted: logs. */
public class WritesALog {
    public void say(Logger log) {
        log.info("said");
    }
}
