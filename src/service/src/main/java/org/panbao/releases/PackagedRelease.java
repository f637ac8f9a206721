package org.panbao.releases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.ReleaseInfo;

/** Finds the release this program came with: inside the jar, or in the folder named by {@code panbao.rules-dir}. */
public final class PackagedRelease {

    private static final String ROOT = "release/";

    private PackagedRelease() {}

    /** Its files; from the jar when {@code rulesDir} is null. */
    public static ReleaseFiles read(@Nullable String rulesDir) {
        return rulesDir == null ? fromClassPath() : ReleaseFiles.ofFolder(Path.of(rulesDir));
    }

    /** Looks into the one jar that has the release: looking through all of them would take its time at every start. */
    private static ReleaseFiles fromClassPath() {
        URL description = PackagedRelease.class.getResource("/" + ROOT + ReleaseInfo.PATH);
        if (description == null) {
            throw new IllegalStateException("the program was packaged without a release");
        }
        try {
            if (description.openConnection() instanceof JarURLConnection connection) {
                // the jar stays open: the class loader reads from it too
                return ofJar(connection.getJarFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged release cannot be read", e);
        }
        String folder = description.toString();
        return ReleaseFiles.ofFolder(
                Path.of(URI.create(folder.substring(0, folder.length() - ReleaseInfo.PATH.length()))));
    }

    private static ReleaseFiles ofJar(JarFile jar) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(ROOT) && !entry.isDirectory())
                .toList();
        Map<String, byte[]> files = new TreeMap<>();
        for (JarEntry entry : entries) {
            try (InputStream stream = jar.getInputStream(entry)) {
                files.put(entry.getName().substring(ROOT.length()), stream.readAllBytes());
            }
        }
        return ReleaseFiles.of(files);
    }
}
