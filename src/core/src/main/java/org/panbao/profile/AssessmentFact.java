package org.panbao.profile;

/**
 * An assessment that measured answers cite.
 *
 * @param reference as the plan cites it
 * @param held kept by the service, so that nobody has to present it
 */
public record AssessmentFact(String reference, boolean held) {}
