package org.panbao.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.ReleaseFiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the release this program came with: inside the jar, or in the folder named by {@code panbao.rules-dir}. */
final class PackagedRelease {

    private static final String ROOT = "release/";

    private PackagedRelease() {}

    static ReleaseFiles read(@Nullable String rulesDir) {
        return rulesDir == null ? fromClassPath() : ReleaseFiles.ofFolder(Path.of(rulesDir));
    }

    private static ReleaseFiles fromClassPath() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*")) {
                String url = resource.getURL().toString();
                if (!url.endsWith("/")) {
                    files.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged release cannot be read", e);
        }
        return ReleaseFiles.of(files);
    }
}
