/** The data directory, the embedded PostgreSQL, migrations, transactions under row-level security, stored bytes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "startup"})
package org.panbao.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
