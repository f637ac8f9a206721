/** Backups of a service, running or not, and their restoration into an empty folder. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "storage", "audit"})
package org.panbao.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
