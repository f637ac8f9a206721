/** The table of rate bases. */
@NullMarked
package org.panbao.ratebasis.store;

import org.jspecify.annotations.NullMarked;
