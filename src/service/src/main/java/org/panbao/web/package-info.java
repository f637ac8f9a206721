/** The pages: what an underwriter sees and does in a browser. They ask the same services as the interface does. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "documents",
            "profile",
            "rulebook",
            "storage",
            "access",
            "audit",
            "intake",
            "intake :: csv",
            "intake :: form",
            "intake :: imports",
            "jobs",
            "quoting",
            "releases",
            "ratebasis",
            "underwriting",
            "underwriting :: answer",
            "underwriting :: request"
        })
package org.panbao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
