package org.panbao.jobs;

/** Where a job stands. */
public enum JobState {
    /** Nobody works on it yet, or it was put back by a process that stopped. */
    QUEUED,
    RUNNING,
    /** Every item was done, be it accepted or refused. */
    DONE,
    /** It could not go on; the items done before stay. */
    FAILED,
    /** Stopped on request; the items done before stay. */
    CANCELLED;

    /** Whether nothing will happen to the job any more. */
    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
