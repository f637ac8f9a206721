package org.panbao.intake.csv;

import java.util.Iterator;
import java.util.List;
import org.panbao.jobs.ItemFinding;

/**
 * The plans of an opened file, one after the other in the order in which their keys first stand in it. Each is
 * assembled when it is asked for, so memory holds one plan at a time; the rows wait in a temporary file that
 * {@link #close} deletes. For one thread; can be gone through more than once.
 */
public interface ImportedPlans extends Iterable<ImportedPlan>, AutoCloseable {

    /**
     * What is wrong with the file as a whole: charset, quotes, zip, header, bounds, rows of no plan. Begins with an
     * error; when there is one, there are no plans.
     */
    List<ItemFinding> findings();

    /** The plans after so many, which are not read again. */
    Iterator<ImportedPlan> from(int passed);

    @Override
    default Iterator<ImportedPlan> iterator() {
        return from(0);
    }

    /** How many plans the file has, those that cannot be read included; 0 when the file has an error. */
    int count();

    @Override
    void close();
}
