/** The document of a quote over HTTP. */
@NullMarked
package org.panbao.documents.http;

import org.jspecify.annotations.NullMarked;
