/** Benchmarks of the core: how long a decision and a look-up take. */
@NullMarked
package org.panbao.bench;

import org.jspecify.annotations.NullMarked;
