package org.panbao.intake.csv;

import java.io.IOException;
import java.util.Map;

/** How many bytes all files of one import may have together; reading a file again does not count again. */
final class ExpansionBudget {

    private final long limit;
    private long finished;
    private long current;

    ExpansionBudget(PlanFileLimits limits) {
        this.limit = limits.maxExpanded().toBytes();
    }

    /** The next file, whose bytes count from now on; reading it throws {@link FileFault} when the budget is spent. */
    CsvFile next(CsvFile file) {
        finished += current;
        current = 0;
        return new CsvFile(file.name(), () -> open(file));
    }

    private BoundedStream open(CsvFile file) throws IOException {
        return new BoundedStream(file.open(), this::count);
    }

    private void count(long bytes) {
        current = Math.max(current, bytes);
        if (finished + current > limit) {
            throw new FileFault("file-expands-too-far", Map.of("limit", Long.toString(limit)));
        }
    }
}
