/** What is wrong with the items of a job, as CSV. */
@NullMarked
package org.panbao.jobs.csv;

import org.jspecify.annotations.NullMarked;
