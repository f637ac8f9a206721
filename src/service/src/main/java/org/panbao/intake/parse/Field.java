package org.panbao.intake.parse;

import org.panbao.base.Text;

/**
 * What the schema says of a place in a plan.
 *
 * @param name what people call it, with the number of the list item it belongs to
 * @param expected what may stand there
 */
public record Field(Text name, Text expected) {}
