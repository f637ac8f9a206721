/** Jobs, their items and their input in PostgreSQL. */
@NullMarked
package org.panbao.jobs.store;

import org.jspecify.annotations.NullMarked;
