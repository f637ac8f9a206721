package org.panbao.profile;

import java.math.BigDecimal;

/** Incidents of the three years before the rating date, and those still open. */
public record IncidentFact(
        int countThreeYears, int openCount, int majorCountThreeYears, BigDecimal lossThreeYearsCny) {}
