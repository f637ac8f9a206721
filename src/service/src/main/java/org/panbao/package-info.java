/** The service: its start-up. Everything else is in the modules below. */
@NullMarked
package org.panbao;

import org.jspecify.annotations.NullMarked;
