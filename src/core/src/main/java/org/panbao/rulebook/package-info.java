/**
 * Rules, tables, products and questions as loaded from one release. Drools, OpenCSV and YAML are used here and nowhere
 * else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package org.panbao.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
