/** The embedded PostgreSQL: unpacked from its Maven artifact, initialised, started, taken over after a crash, stopped. */
@NullMarked
package org.panbao.storage.postgres;

import org.jspecify.annotations.NullMarked;
