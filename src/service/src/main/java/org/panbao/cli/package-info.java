/** The command line of the jar: quotes, checks and explanations without a server, made with plain {@code new}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "rulebook", "startup", "storage", "audit", "underwriting", "backup"})
package org.panbao.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
