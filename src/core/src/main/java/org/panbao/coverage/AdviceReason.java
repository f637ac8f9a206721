package org.panbao.coverage;

import org.panbao.base.Text;

/** Why an item is advised or restricted: the rule, gate or table row, the fact behind it, and the words for it. */
public record AdviceReason(String id, String subject, Text text) {}
