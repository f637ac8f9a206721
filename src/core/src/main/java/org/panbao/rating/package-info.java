/** Turns covers, parameters and choices into a premium by a filed tariff, step by step. Pure: same input, same result. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "rulebook"})
package org.panbao.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
