/** Planted: the lower floor. */
@ApplicationModule(allowedDependencies = {})
package org.panbao.architecture.offender.lower;

import org.springframework.modulith.ApplicationModule;
