package org.panbao.jobs;

/** A part of a job that is done whole or not at all. */
public interface JobItem {

    /** How the input names it. */
    String key();

    /**
     * Does it, in a transaction of the job's organisation, on a thread without a caller. An exception rolls back what
     * was done and refuses this item alone.
     */
    ItemOutcome run();
}
