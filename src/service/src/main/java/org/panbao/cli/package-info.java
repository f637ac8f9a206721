/** The command line of the jar: quotes, checks and explanations without a server, made with plain {@code new}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "rulebook",
            "quoting",
            "access",
            "intake",
            "releases",
            "underwriting",
            "underwriting :: answer",
            "underwriting :: request",
            // commands of the operator, on the data directory
            "startup",
            "storage",
            "audit",
            "backup",
            // beside this module: the same faults are told in the same words
            "api"
        })
package org.panbao.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
