package org.panbao.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.rulebook.CodeList;
import org.panbao.rulebook.ReleaseFiles;

/** The columns whose codes are listed by the release. */
final class ListedCodes {

    private final Map<List<String>, CodeList> byPath;

    private ListedCodes(Map<List<String>, CodeList> byPath) {
        this.byPath = byPath;
    }

    static ListedCodes read(ReleaseFiles release) {
        return new ListedCodes(Map.of(
                List.of("need", "scenarios"), CodeList.riskScenarios(release),
                List.of("need", "covers", "item"), CodeList.coverItems(release)));
    }

    /** The column with its codes, if they are listed. */
    Column in(Column column) {
        List<String> path = new ArrayList<>(column.list());
        path.addAll(column.path());
        CodeList codes = column.kind() == Column.Kind.EMPTY_LIST ? null : byPath.get(path);
        return codes == null ? column : column.listed(codes.names());
    }
}
