/** The decision as one pure function: from a profile to gates, score, cover, premium and what underwriting says of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "profile", "rulebook", "scoring", "coverage", "rating"})
package org.panbao.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
