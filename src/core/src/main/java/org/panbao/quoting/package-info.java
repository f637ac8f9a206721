/** One decision as a pure function: profile from plan, assessment, cover, premium and what they say together. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "profile", "rulebook", "scoring", "coverage", "rating"})
package org.panbao.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
