package org.panbao.scoring;

import java.math.BigDecimal;
import org.panbao.base.Text;

/** A shortcoming that holds control effectiveness at or below {@code capPercent}. */
public record EffectivenessCap(String ruleId, String subject, BigDecimal capPercent, Text reason) {}
