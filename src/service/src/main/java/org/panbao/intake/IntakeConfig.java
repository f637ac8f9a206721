package org.panbao.intake;

import java.time.Clock;
import java.time.LocalDate;
import org.panbao.rulebook.ReleaseFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reader of plans, with the code lists of the release that is served. */
@Configuration(proxyBeanMethods = false)
class IntakeConfig {

    @Bean
    PlanReader planReader(ReleaseFiles release, Clock clock) {
        return new PlanReader(release, () -> LocalDate.now(clock));
    }
}
