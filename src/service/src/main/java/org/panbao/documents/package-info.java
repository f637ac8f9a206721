/** A quote as a document to hand on: its contents once, written as a Word file and shown as a page to print. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "access",
            "profile",
            "quoting",
            "rating",
            "rulebook",
            "intake",
            "releases",
            "ratebasis",
            "underwriting",
            "underwriting :: answer"
        })
package org.panbao.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
