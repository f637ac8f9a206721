package org.panbao.jobs;

import java.io.Closeable;
import java.util.Iterator;

/** The items of one job, in an order that is the same whenever the same input is opened. */
public interface JobItems extends Iterator<JobItem>, Closeable {

    /** How many there are. */
    int total();
}
