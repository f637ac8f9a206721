package org.panbao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.panbao.rulebook.ReleaseFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The reader of plans, with the code lists of the release that is served. */
@Configuration(proxyBeanMethods = false)
class IntakeConfig {

    private static final String ROOT = "release/";

    @Bean
    PlanReader planReader(ObjectProvider<ReleaseFiles> release, Clock clock) {
        return new PlanReader(release.getIfAvailable(IntakeConfig::packaged), () -> LocalDate.now(clock));
    }

    /** The tables that travel in the jar. */
    private static ReleaseFiles packaged() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource table :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "rules/**/*.csv")) {
                String url = table.getURL().toString();
                files.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), table.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged tables cannot be read", e);
        }
        return ReleaseFiles.of(files);
    }
}
