package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** {@code NOTICE} names the libraries that the packaged jar holds, and no others; the jar holds {@code NOTICE}. */
class PackagedJarIT {

    private static final Path TOP = Path.of(System.getProperty("panbao.top"));
    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+?)-\\d[^/]*\\.jar");
    private static final Pattern NAMED = Pattern.compile("  [^:]+: (.+)");

    @Test
    void everyLibraryIsNamedInTheNoticeOnce() throws IOException {
        List<String> named = named();

        assertThat(libraries())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(named.stream().filter(name -> fits(library, name)))
                        .as(library)
                        .hasSize(1));
    }

    @Test
    void theNoticeNamesNothingElse() throws IOException {
        List<String> libraries = libraries();

        assertThat(named())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(libraries).anyMatch(library -> fits(library, name)));
    }

    @Test
    void licenceAndNoticeAreInTheJar() throws IOException {
        try (ZipFile jar = jar()) {
            for (String file : List.of("LICENSE", "NOTICE")) {
                byte[] packaged =
                        jar.getInputStream(jar.getEntry("META-INF/" + file)).readAllBytes();
                assertThat(packaged).isEqualTo(Files.readAllBytes(TOP.resolve(file)));
            }
        }
    }

    private static boolean fits(String library, String name) {
        return name.endsWith("*") ? library.startsWith(name.substring(0, name.length() - 1)) : library.equals(name);
    }

    private static List<String> named() throws IOException {
        try (Stream<String> lines = Files.lines(TOP.resolve("NOTICE"))) {
            return lines.map(NAMED::matcher)
                    .filter(matcher -> matcher.matches())
                    .flatMap(matcher -> Stream.of(matcher.group(1).split(", ")))
                    .toList();
        }
    }

    private static List<String> libraries() throws IOException {
        try (ZipFile jar = jar()) {
            return jar.stream()
                    .map(entry -> LIBRARY.matcher(entry.getName()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> matcher.group(1))
                    .filter(library -> !library.startsWith("panbao-"))
                    .toList();
        }
    }

    private static ZipFile jar() throws IOException {
        return new ZipFile(TOP.resolve("target/panbao.jar").toFile());
    }
}
