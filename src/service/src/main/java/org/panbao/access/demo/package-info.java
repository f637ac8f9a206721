/** Demo organisations and credentials of a start without configuration, and the first administrator of one with it. */
@NullMarked
package org.panbao.access.demo;

import org.jspecify.annotations.NullMarked;
