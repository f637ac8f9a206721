package org.panbao.rulebook;

import org.panbao.base.Text;
import org.panbao.rulebook.Question.AskedIf;

/**
 * A fact beside the answers that a gate reads and the form therefore asks for: without it the case is pending.
 *
 * @param id name of the fact in the fact matrix; the id of a question stands for the number or date it asks for
 * @param shortForm asked in the short form of inclusive products too
 * @param askedIf fact of the insured without which it is not needed
 * @param source standard or practice it comes from
 */
public record NeededFact(String id, boolean shortForm, AskedIf askedIf, Text name, String source) {}
