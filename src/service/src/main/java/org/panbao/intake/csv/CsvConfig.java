package org.panbao.intake.csv;

import org.panbao.intake.PlanReader;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.storage.TemporaryFiles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exchange of plans by file, with the bounds of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanFileLimits.class)
class CsvConfig {

    @Bean
    PlanFiles planFiles(PlanReader reader, ReleaseFiles release, PlanFileLimits limits, TemporaryFiles temporary) {
        return new PlanFiles(reader, release, limits, temporary);
    }
}
