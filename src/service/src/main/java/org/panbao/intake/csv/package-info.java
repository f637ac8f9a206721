/** Plans as CSV: tables laid out by the published schema, read from a file or a zip, written, and offered as templates. */
@NullMarked
@NamedInterface("csv")
package org.panbao.intake.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
