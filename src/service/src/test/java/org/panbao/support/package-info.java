/** What integration tests share: the running service and callers of every role. */
@NullMarked
package org.panbao.support;

import org.jspecify.annotations.NullMarked;
