package org.panbao.intake.csv;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.panbao.intake.parse.Excerpt;

/**
 * Finds the rows that belong to no plan of the file. Whose they are nobody can tell, so any plan might lack them: they
 * refuse the file as a whole.
 */
final class StrayRows {

    private StrayRows() {}

    /** Tells them, by file and key. */
    static void tell(RowSpool spool, FileFindings findings) throws IOException {
        for (String key : spool.keys()) {
            String code = fault(key, spool);
            if (!code.isEmpty() && findings.haveRoom()) {
                tell(code, key, spool.runs(key), findings);
            }
        }
    }

    /** The empty key is one only where there is no other. */
    private static String fault(String key, RowSpool spool) {
        boolean hasLine = spool.chain(key).place().file().table().isPlans();
        if (key.isEmpty()) {
            return hasLine && spool.keys().size() == 1 ? "" : "csv-key-missing";
        }
        return hasLine ? "" : "csv-plan-line-missing";
    }

    private static void tell(String code, String key, Map<TableFile, RowRuns> files, FileFindings findings) {
        files.forEach((file, runs) -> {
            Map<String, String> values = new HashMap<>(runs.values());
            values.put("key", Excerpt.of(key));
            findings.key(file.name(), new FileFault(code, runs.first(), 0, values));
        });
    }
}
