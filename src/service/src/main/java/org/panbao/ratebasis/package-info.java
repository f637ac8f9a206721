/** The rate-basis record: canonical, hashed, signed and kept, so that a premium can be re-computed by anybody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "storage"})
package org.panbao.ratebasis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
