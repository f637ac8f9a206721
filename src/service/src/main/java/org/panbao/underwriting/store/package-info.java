/** The tables of quotes and their history. */
@NullMarked
package org.panbao.underwriting.store;

import org.jspecify.annotations.NullMarked;
