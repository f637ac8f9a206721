/** Rows of organisations, clients, users and grants. */
@NullMarked
package org.panbao.access.store;

import org.jspecify.annotations.NullMarked;
