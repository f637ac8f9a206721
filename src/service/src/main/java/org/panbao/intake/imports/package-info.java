/** Files plans that were read from uploaded files, a few within the request, many as a job. */
@NullMarked
@NamedInterface("imports")
package org.panbao.intake.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
