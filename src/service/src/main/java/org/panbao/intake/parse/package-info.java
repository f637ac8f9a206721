/** Bytes to a JSON document, a document against the published schema, a document to a plan. */
@NullMarked
package org.panbao.intake.parse;

import org.jspecify.annotations.NullMarked;
