package org.panbao.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.panbao.base.Sha256;
import org.panbao.base.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a release is, as {@code rules/release.yaml} states it, and the digests that name its bytes (SHA-256, hex).
 *
 * @param effectiveFrom first rating date served
 * @param filer organisation that published the release
 * @param digest over all counted files: their paths in order, each with the digest of its bytes
 * @param logicDigest over the DRL files and the shape of the facts they read
 * @param tablesDigest over the counted files that are not DRL
 */
public record ReleaseInfo(
        String id,
        String version,
        LocalDate effectiveFrom,
        LocalDate publishedOn,
        String filer,
        Text name,
        String digest,
        String logicDigest,
        String tablesDigest) {

    /** Where a release describes itself. */
    public static final String PATH = "rules/release.yaml";

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Reads the description and computes the digests; {@code factsVersion} names the shape of the facts. */
    static ReleaseInfo load(ReleaseFiles files, String factsVersion) {
        JsonNode yaml = parse(files);
        SortedMap<String, byte[]> counted = counted(files, yaml);
        SortedMap<String, byte[]> logic = new TreeMap<>(counted);
        logic.keySet().removeIf(path -> !path.endsWith(".drl"));
        SortedMap<String, byte[]> tables = new TreeMap<>(counted);
        tables.keySet().removeAll(logic.keySet());
        return new ReleaseInfo(
                text(yaml, "id"),
                text(yaml, "version"),
                date(yaml, "effective_from"),
                date(yaml, "published_on"),
                text(yaml, "filer"),
                new Text(text(yaml, "name_zh"), text(yaml, "name_en")),
                FileDigests.ofAll(counted),
                Sha256.of(FileDigests.ofAll(logic) + " " + factsVersion),
                FileDigests.ofAll(tables));
    }

    private static JsonNode parse(ReleaseFiles files) {
        try {
            return YAML.readTree(files.text(PATH));
        } catch (JacksonException e) {
            throw new RulebookException(PATH, "is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static SortedMap<String, byte[]> counted(ReleaseFiles files, JsonNode yaml) {
        Set<String> extensions = new TreeSet<>();
        yaml.path("counted").forEach(node -> extensions.add(node.asString()));
        if (!extensions.containsAll(Arrays.asList("csv", "drl", "yaml"))) {
            throw new RulebookException(PATH, "'counted' must hold at least csv, drl and yaml");
        }
        SortedMap<String, byte[]> counted = new TreeMap<>(files.files());
        counted.keySet().removeIf(path -> !extensions.contains(path.substring(path.lastIndexOf('.') + 1)));
        return counted;
    }

    private static String text(JsonNode yaml, String field) {
        JsonNode value = yaml.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw new RulebookException(PATH, "field '" + field + "' is missing or no text");
        }
        return value.asString();
    }

    private static LocalDate date(JsonNode yaml, String field) {
        try {
            return LocalDate.parse(text(yaml, field));
        } catch (DateTimeException e) {
            throw new RulebookException(PATH, "field '" + field + "' is no date", e);
        }
    }
}
