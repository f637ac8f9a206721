package org.panbao.intake.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are done.
 *
 * @param atOnce how many plans a file may have that is imported within the request; more become a job
 */
@ConfigurationProperties("panbao.import")
public record ImportSettings(@DefaultValue("20") int atOnce) {}
