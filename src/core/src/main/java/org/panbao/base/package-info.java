/** The words every other package speaks: money, rates, scores, two-language text, findings and problems. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.panbao.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
