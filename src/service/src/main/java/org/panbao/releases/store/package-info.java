/** The table of releases. */
@NullMarked
package org.panbao.releases.store;

import org.jspecify.annotations.NullMarked;
