/** What a start says to the person who made it: refusals, notices, the release being served. */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package org.panbao.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
