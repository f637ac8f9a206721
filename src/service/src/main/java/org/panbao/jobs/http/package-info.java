/** The calls under {@code /api/v1/jobs}. */
@NullMarked
package org.panbao.jobs.http;

import org.jspecify.annotations.NullMarked;
