/** One transaction per request, and answers that are repeated instead of done twice. */
@NullMarked
package org.panbao.storage.http;

import org.jspecify.annotations.NullMarked;
