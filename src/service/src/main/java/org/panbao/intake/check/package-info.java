/** What the schema cannot say of a plan: codes, dates, references, amounts that do not fit together. */
@NullMarked
package org.panbao.intake.check;

import org.jspecify.annotations.NullMarked;
