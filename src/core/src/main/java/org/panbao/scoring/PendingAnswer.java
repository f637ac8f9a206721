package org.panbao.scoring;

import org.panbao.base.Text;

/** A question that was asked, decides a gate, and has no answer yet: the case waits for it. */
public record PendingAnswer(String ruleId, String questionId, Text reason) {}
