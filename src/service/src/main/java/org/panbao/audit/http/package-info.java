/** Reading and verifying the log over HTTP. */
@NullMarked
package org.panbao.audit.http;

import org.jspecify.annotations.NullMarked;
