package org.panbao.coverage;

import org.panbao.base.Text;

/**
 * An exclusion that applies already on today's facts.
 *
 * @param item the item it bites on, or {@code ALL}
 * @param subject the fact: a question, a system or a component of the profile
 */
public record BitingExclusion(Term exclusion, String item, String ruleId, String subject, Text reason) {}
