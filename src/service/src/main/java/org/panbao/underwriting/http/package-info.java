/** Quotes, referrals, products over HTTP. */
@NullMarked
package org.panbao.underwriting.http;

import org.jspecify.annotations.NullMarked;
