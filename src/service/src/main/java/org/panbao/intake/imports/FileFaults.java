package org.panbao.intake.imports;

import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Text;
import org.panbao.intake.csv.ImportedPlans;
import org.panbao.jobs.ItemFinding;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** Refuses a file that cannot be read as a whole. */
@Component
public final class FileFaults {

    private final Messages messages = Messages.of(FileFaults.class, "imports");

    /** Throws {@link Problem} FILE_INVALID with everything that was found, unless that is nothing. */
    public void refuse(ImportedPlans plans) {
        List<ItemFinding> found = plans.findings();
        if (!found.isEmpty()) {
            throw new Problem(
                    ProblemCode.FILE_INVALID,
                    Map.of(),
                    found.stream().map(this::finding).toList());
        }
    }

    /** The place goes into the words, and into the pointer as if what was sent were an object of files, these of rows. */
    private Finding finding(ItemFinding found) {
        String place = found.row() == 0 ? "place-file" : found.column().isEmpty() ? "place-row" : "place-cell";
        Text message = messages.text(
                        place,
                        Map.of("file", found.file(), "row", Integer.toString(found.row()), "column", found.column()))
                .with("message", found.message());
        return new Finding(found.severity(), pointer(found), found.code(), message);
    }

    private static String pointer(ItemFinding found) {
        JsonPointer file = JsonPointer.empty().appendProperty(found.file());
        JsonPointer row = found.row() == 0 ? file : file.appendIndex(found.row());
        return (found.column().isEmpty() ? row : row.appendProperty(found.column())).toString();
    }
}
