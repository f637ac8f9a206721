package org.panbao.intake.csv;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.panbao.jobs.ItemFinding;

/** A file with an error of its own, of which nothing is read. */
record RefusedFile(List<ItemFinding> findings) implements ImportedPlans {

    RefusedFile {
        findings = List.copyOf(findings);
    }

    @Override
    public int count() {
        return 0;
    }

    @Override
    public Iterator<ImportedPlan> from(int passed) {
        return Collections.emptyIterator();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
