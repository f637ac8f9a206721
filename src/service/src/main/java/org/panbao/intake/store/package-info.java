/** Plans and their revisions in PostgreSQL. */
@NullMarked
package org.panbao.intake.store;

import org.jspecify.annotations.NullMarked;
