/** Releases of rules and models: the packaged one, those kept in the database, and which of them is live. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "rulebook", "quoting", "storage", "startup"})
package org.panbao.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
