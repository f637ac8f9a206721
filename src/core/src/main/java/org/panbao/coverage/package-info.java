/** The scope of cover that suits an enterprise: items, limits, terms and what could really be paid, each with reasons. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "profile", "rulebook", "scoring"})
package org.panbao.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
