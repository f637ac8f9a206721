package org.panbao.scoring;

import org.panbao.base.Text;

/** A critical gap: whatever the score, the level is at least {@code floor}. */
public record LevelFloor(String ruleId, String subject, RiskLevel floor, Text reason) {}
