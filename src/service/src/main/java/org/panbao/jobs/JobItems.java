package org.panbao.jobs;

import java.io.Closeable;
import java.util.Iterator;

/** The items of one job that are not done yet, in an order that is the same whenever the same input is opened. */
public interface JobItems extends Iterator<JobItem>, Closeable {

    /** How many there are, those that are done included. */
    int total();
}
