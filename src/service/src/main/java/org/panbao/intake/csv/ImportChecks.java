package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.intake.CheckedPlan;
import org.panbao.intake.PlanReader;
import org.panbao.intake.PlanReading;
import org.panbao.intake.csv.PlanAssembler.Assembled;
import org.panbao.intake.csv.PlanPlaces.Place;
import org.panbao.jobs.ItemFinding;
import org.panbao.rulebook.ReferenceCodes;
import tools.jackson.databind.JsonNode;

/** Everything there is to say of a plan that came in rows, each finding at its cell. */
final class ImportChecks {

    private final PlanReader reader;
    private final ReferenceCodes codes;
    private final TableLayout layout;

    ImportChecks(PlanReader reader, ReferenceCodes codes, TableLayout layout) {
        this.reader = reader;
        this.codes = codes;
        this.layout = layout;
    }

    /**
     * What came of the checks.
     *
     * @param plan null when a finding is an error
     * @param findings on the rows and on the plan; of a cell that is damaged only the damage is told. Errors first
     */
    record Checked(@Nullable CheckedPlan plan, List<ItemFinding> findings) {}

    Checked check(Assembled assembled) {
        List<ItemFinding> findings = new ArrayList<>(assembled.findings());
        Set<String> told = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ItemFinding::pointer)
                .collect(Collectors.toSet());
        PlanReading reading = reader.read(assembled.document(), new CellWording(layout, assembled));
        reading.findings().stream()
                .filter(finding -> !told.contains(finding.pointer()))
                .map(finding -> placed(finding, assembled.places()))
                .forEach(findings::add);
        findings.addAll(lostZeros(assembled));
        findings.sort(Comparator.comparing(ItemFinding::severity));
        boolean hasError = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        CheckedPlan plan = hasError ? null : new CheckedPlan(assembled.document(), reading);
        return new Checked(plan, findings);
    }

    /** Industry codes that are codes both as they stand and with the zero in front that a spreadsheet would cut. */
    private List<ItemFinding> lostZeros(Assembled assembled) {
        List<ItemFinding> findings = new ArrayList<>();
        JsonNode insureds = assembled.document().path("insureds");
        for (int i = 0; i < insureds.size(); i++) {
            String code = insureds.get(i).path("industry").asString("");
            if (code.matches("[0-9]{2,3}") && codes.findIndustry("0" + code) != null) {
                Text message = CsvWords.text("csv-leading-zero-lost", Map.of("value", code));
                String pointer = "/insureds/" + i + "/industry";
                Finding finding = new Finding(Severity.WARNING, pointer, "csv-leading-zero-lost", message);
                findings.add(placed(finding, assembled.places()));
            }
        }
        return findings;
    }

    private static ItemFinding placed(Finding finding, PlanPlaces places) {
        Place place = places.of(finding.pointer());
        return new ItemFinding(
                place.file(),
                place.row(),
                place.column(),
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.pointer());
    }
}
