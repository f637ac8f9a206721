/** The append-only, hash-chained log of decisions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "storage"})
package org.panbao.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
