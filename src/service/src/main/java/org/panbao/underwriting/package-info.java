/** Quotes: priced once, referred and decided by people, replayed on demand. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "profile",
            "rulebook",
            "scoring",
            "coverage",
            "rating",
            "quoting",
            "storage",
            "access",
            "audit",
            "intake",
            "releases",
            "ratebasis"
        })
package org.panbao.underwriting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
