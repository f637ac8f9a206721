package org.panbao.rulebook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code lists that plans refer to: divisions of GB/T 2260 (province and city level) and industries of GB/T
 * 4754-2017. Read once from {@code rules/reference/}, then only looked up.
 */
public final class ReferenceCodes {

    /** A province or city of GB/T 2260; {@code province} is null for a province. */
    public record Region(
            String code, String nameZh, @Nullable String province) {}

    /**
     * An industry of GB/T 4754-2017 at any of its four levels.
     *
     * @param code section letter, or two, three or four digits
     * @param section letter of the section it belongs to
     * @param parent code one level up, null for a section
     */
    public record Industry(
            String code, String section, @Nullable String parent, String nameZh) {

        /** The two digits of the division, or null for a section, which has none. */
        public @Nullable String division() {
            return parent == null ? null : code.substring(0, 2);
        }
    }

    private static final String REGIONS = "rules/reference/gbt2260.csv";
    private static final String INDUSTRIES = "rules/reference/gbt4754-2017.csv";

    private final Map<String, Region> regions;
    private final Map<String, Industry> industries;

    private ReferenceCodes(Map<String, Region> regions, Map<String, Industry> industries) {
        this.regions = Map.copyOf(regions);
        this.industries = Map.copyOf(industries);
    }

    /** Whether this letter names a section of GB/T 4754: A to T. */
    public static boolean isSection(String code) {
        return code.matches("[A-T]");
    }

    /** Reads both lists; throws {@link RulebookException} when a parent is missing. */
    public static ReferenceCodes read(ReleaseFiles files) {
        Map<String, Region> regions = new HashMap<>();
        for (CsvTable.Row row : CsvTable.read(files, REGIONS).rows()) {
            regions.put(row.id(), new Region(row.id(), row.text("name_zh"), row.textOrNull("province")));
        }
        CsvTable table = CsvTable.read(files, INDUSTRIES);
        Map<String, Industry> industries = new HashMap<>();
        Faults faults = new Faults();
        faults.rows(table, row -> {
            String parent = row.textOrNull("parent");
            if (parent != null && table.findById(parent) == null) {
                throw row.fault("has no row '" + parent + "' above it");
            }
            industries.put(row.id(), new Industry(row.id(), row.text("section"), parent, row.text("name_zh")));
        });
        faults.throwIfAny(INDUSTRIES);
        return new ReferenceCodes(regions, industries);
    }

    /** The province or city with this code of six digits, or null. */
    public @Nullable Region findRegion(String code) {
        return regions.get(code);
    }

    /** The industry with this code at any level, or null. */
    public @Nullable Industry findIndustry(String code) {
        return industries.get(code);
    }
}
