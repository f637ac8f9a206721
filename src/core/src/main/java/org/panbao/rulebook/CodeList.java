package org.panbao.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.panbao.base.Text;

/**
 * Codes that plans may have, and what people call them.
 *
 * @param names by code, in the order of the list
 */
public record CodeList(Map<String, Text> names) {

    private static final String FOLDER = "rules/coverage/";

    public CodeList {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** The scenarios of risk that call for covers. */
    public static CodeList riskScenarios(ReleaseFiles files) {
        return read(files, FOLDER + "risk-scenarios.csv");
    }

    /** The items of cover. */
    public static CodeList coverItems(ReleaseFiles files) {
        return read(files, FOLDER + "items.csv");
    }

    private static CodeList read(ReleaseFiles files, String path) {
        Map<String, Text> names = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(files, path).rows()) {
            names.put(row.id(), new Text(row.text("name_zh"), row.text("name_en")));
        }
        return new CodeList(names);
    }

    public boolean has(String code) {
        return names.containsKey(code);
    }
}
