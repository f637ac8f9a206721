/** A question for a price as it is sent, and how it is read with every fault told. */
@NullMarked
@NamedInterface("request")
package org.panbao.underwriting.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
