/** A plan laid out for filling in: fields, names and choices come from the published schema. */
@NullMarked
@NamedInterface("form")
package org.panbao.intake.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
