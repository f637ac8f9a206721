/** The role × call matrix as the service enforces it, and the calls for organisations, clients and grants. */
@NullMarked
package org.panbao.access.http;

import org.jspecify.annotations.NullMarked;
