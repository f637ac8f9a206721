/** The embedded authorization server, its signing key, and callers read from tokens. */
@NullMarked
package org.panbao.access.oauth;

import org.jspecify.annotations.NullMarked;
