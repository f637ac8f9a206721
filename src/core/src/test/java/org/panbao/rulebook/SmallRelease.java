package org.panbao.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** The release cut down to four DRL files, for tests that compile more than once. */
public final class SmallRelease {

    private SmallRelease() {}

    static ReleaseFiles files() {
        TreeMap<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
        files.keySet()
                .removeIf(path -> path.endsWith(".drl") && !path.matches(".*/(payment|critical-gaps|exclusions).drl"));
        return new ReleaseFiles(files);
    }

    /** The release with the text of one file changed. */
    public static ReleaseFiles with(String path, String find, String replacement) {
        ReleaseFiles files = files();
        String text = files.text(path);
        if (!text.contains(find)) {
            throw new IllegalArgumentException(path + " does not hold " + find);
        }
        TreeMap<String, byte[]> changed = new TreeMap<>(files.files());
        changed.put(path, text.replace(find, replacement).getBytes(StandardCharsets.UTF_8));
        return new ReleaseFiles(changed);
    }
}
