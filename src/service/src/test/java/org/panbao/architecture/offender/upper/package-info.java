/** Planted: the upper floor. */
@ApplicationModule(allowedDependencies = "lower")
package org.panbao.architecture.offender.upper;

import org.springframework.modulith.ApplicationModule;
