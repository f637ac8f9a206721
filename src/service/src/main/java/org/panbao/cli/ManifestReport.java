package org.panbao.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.audit.ChainVerification;
import org.panbao.backup.Manifest;

/** Says what a backup holds, once it is made or restored. */
final class ManifestReport {

    private final Manifest manifest;
    private final Console console;

    ManifestReport(Manifest manifest, Console console) {
        this.manifest = manifest;
        this.console = console;
    }

    /** {@code key} is the line that names {@code place}; a broken audit chain is a remark of its own. */
    void tell(String key, Path place) {
        String where = place.toAbsolutePath().normalize().toString();
        if (console.json()) {
            console.document(document(where));
        } else {
            console.line(console.words(key, Map.of("place", where)));
            console.line(console.words("backup.content", values()));
        }
        manifest.auditChains().forEach((organisation, chain) -> {
            if (!chain.intact()) {
                console.remark(console.words("backup.chain-broken", broken(organisation, chain)));
            }
        });
    }

    private Map<String, String> values() {
        return Map.of(
                "madeAt", manifest.madeAt().toString(),
                "version", manifest.productVersion(),
                "schema", manifest.schemaVersion(),
                "tables", Integer.toString(manifest.tables().size()),
                "rows", Long.toString(manifest.rows()),
                "chains", Integer.toString(manifest.auditChains().size()),
                "files", Integer.toString(manifest.files().size()));
    }

    private Map<String, Object> document(String place) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("place", place);
        document.put("madeAt", manifest.madeAt().toString());
        document.put("productVersion", manifest.productVersion());
        document.put("schemaVersion", manifest.schemaVersion());
        Map<String, Long> rows = new LinkedHashMap<>();
        manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
        document.put("rows", rows);
        document.put("auditChains", manifest.auditChains());
        List<String> files =
                manifest.files().stream().map(Manifest.KeptFile::path).toList();
        document.put("files", files);
        return document;
    }

    private static Map<String, String> broken(UUID organisation, ChainVerification chain) {
        return Map.of("organisation", organisation.toString(), "sequence", String.valueOf(chain.brokenAt()));
    }
}
