/** What every call has in common: problem bodies, strict JSON, body limits, the OpenAPI description. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "access"})
package org.panbao.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
