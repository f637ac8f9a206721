/** The calls of rate-basis keys. */
@NullMarked
package org.panbao.ratebasis.http;

import org.jspecify.annotations.NullMarked;
