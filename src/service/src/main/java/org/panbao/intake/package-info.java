/**
 * Takes in an enterprise's plan: reads it strictly, tells everything that is wrong or missing with its place, and keeps
 * every revision.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "profile", "rulebook", "quoting", "access", "audit", "storage", "jobs"})
package org.panbao.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
