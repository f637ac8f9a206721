package org.panbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conventions on files that the compiler does not see. */
class ProjectFilesTest {

    private static final Path TOP =
            Path.of(System.getProperty("panbao.top", "../..")).toAbsolutePath().normalize();
    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "src", "rules", "risk-models", "sample-data", "docs", "README.md", "LICENSE", "NOTICE");
    private static final Set<String> GENERATED = Set.of("target", "data");

    @Test
    void topLevelHoldsOnlyTheAgreedNames() throws IOException {
        assertThat(unknownTopLevelNames(TOP)).isEmpty();
    }

    @Test
    void topLevelCheckCatchesAStranger(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(unknownTopLevelNames(folder)).containsExactly("notes.txt");
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        for (String module : List.of("core", "service")) {
            assertThat(undescribedPackages(TOP.resolve("src/" + module + "/src/main/java")))
                    .isEmpty();
        }
    }

    @Test
    void packageCheckCatchesAnUndescribedPackage(@TempDir Path folder) throws IOException {
        Path type = folder.resolve("a/b/C.java");
        Files.createDirectories(type.getParent());
        Files.writeString(type, "package a.b; class C {}");
        assertThat(undescribedPackages(folder)).containsExactly("a/b");
    }

    @Test
    void noChineseInJava() throws IOException {
        for (String module : List.of("core", "service")) {
            assertThat(javaFilesWithChineseLiterals(TOP.resolve("src/" + module + "/src/main/java")))
                    .isEmpty();
        }
    }

    @Test
    void chineseCheckCatchesALiteral(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("C.java"), "class C { String s = \"\u4fdd\"; }");
        Files.writeString(folder.resolve("D.java"), "/** \u4fdd */ class D { }");
        assertThat(javaFilesWithChineseLiterals(folder)).containsExactly("C.java");
    }

    @Test
    void everyDecisionRecordIsInTheIndex() throws IOException {
        Path folder = TOP.resolve("docs/adr");
        String index = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    private static Set<String> unknownTopLevelNames(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> !TOP_LEVEL.contains(name) && !GENERATED.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> undescribedPackages(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                    .map(folder -> sources.relativize(folder).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isDescribed(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = read(packageInfo);
        return text.contains("/**") && text.contains("@NullMarked");
    }

    private static Set<String> javaFilesWithChineseLiterals(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).lines().anyMatch(ProjectFilesTest::hasChineseLiteral))
                    .map(file -> sources.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Chinese between double quotes; comments may name the Chinese term. */
    private static boolean hasChineseLiteral(String line) {
        return line.matches(".*\"[^\"]*[\\u4e00-\\u9fff][^\"]*\".*");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
