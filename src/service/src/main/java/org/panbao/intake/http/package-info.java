/** The calls under {@code /api/v1/plans} and the published schemas. */
@NullMarked
package org.panbao.intake.http;

import org.jspecify.annotations.NullMarked;
