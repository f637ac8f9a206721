/** A quote as it is answered and kept: plain records, money as text. */
@NullMarked
@NamedInterface("answer")
package org.panbao.underwriting.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
