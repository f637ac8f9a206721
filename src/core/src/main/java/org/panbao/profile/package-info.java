/** The insured as facts: the plan as filed, and the profile that rules and tariffs read, derived from it. */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package org.panbao.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
