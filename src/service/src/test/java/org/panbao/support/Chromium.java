package org.panbao.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Chromium is on this machine. Nothing is downloaded. */
final class Chromium {

    static final String MISSING = "no Chromium found: install it or name its program in PANBAO_CHROMIUM";

    private static final String[] PLACES = {
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
    };

    private Chromium() {}

    static Optional<Path> find() {
        return find(System.getenv(), PLACES);
    }

    /** The program named in {@code PANBAO_CHROMIUM}, and no other if one is named; else the first place that has one. */
    static Optional<Path> find(Map<String, String> environment, String... places) {
        String named = environment.get("PANBAO_CHROMIUM");
        Stream<String> candidates = named == null ? Stream.of(places) : Stream.of(named);
        return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static boolean isRequired() {
        return isRequired(System.getenv());
    }

    static boolean isRequired(Map<String, String> environment) {
        return "required".equals(environment.get("PANBAO_BROWSER"));
    }

    static Path load() {
        return find().orElseThrow(() -> new IllegalStateException(MISSING));
    }
}
