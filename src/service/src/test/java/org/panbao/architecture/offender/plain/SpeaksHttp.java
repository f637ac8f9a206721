package org.panbao.architecture.offender.plain;

import org.springframework.web.bind.annotation.GetMapping;

/** Planted: a call outside the packages for HTTP. */
public class SpeaksHttp {
    @GetMapping("/planted")
    public String answer() {
        return "planted";
    }
}
