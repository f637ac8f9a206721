/** Organisations, users, clients, roles and grants: who is calling and what may be seen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "startup", "storage", "audit"})
package org.panbao.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
