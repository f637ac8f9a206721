package org.panbao.intake.imports;

import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.intake.csv.ImportedPlans;
import org.panbao.intake.csv.RowFinding;
import org.springframework.stereotype.Component;

/** Refuses a file that cannot be read as a whole. */
@Component
public final class FileFaults {

    private final Messages messages = Messages.of(FileFaults.class, "imports");

    /** Throws {@link Problem} FILE_INVALID with everything that was found when an error is among it. */
    public void refuse(ImportedPlans plans) {
        List<RowFinding> found = plans.findings();
        if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new Problem(
                    ProblemCode.FILE_INVALID,
                    Map.of(),
                    found.stream().map(this::finding).toList());
        }
    }

    /** A problem has places in JSON only, so the place in the file goes into the words. */
    private Finding finding(RowFinding found) {
        String place = found.row() == 0 ? "place-file" : found.column().isEmpty() ? "place-row" : "place-cell";
        Text message = messages.text(
                        place,
                        Map.of("file", found.file(), "row", Integer.toString(found.row()), "column", found.column()))
                .with("message", found.message());
        return new Finding(found.severity(), "", found.code(), message);
    }
}
