/** Work that goes on after its request was answered: one table, item by item, resumed, watched and cancelled. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "storage", "access", "audit"})
package org.panbao.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
