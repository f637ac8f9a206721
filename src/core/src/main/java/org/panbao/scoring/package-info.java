/** Gates, the risk score and control effectiveness of an enterprise: hits of rules added up with the tables. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "profile", "rulebook"})
package org.panbao.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
