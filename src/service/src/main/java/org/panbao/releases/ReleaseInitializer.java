package org.panbao.releases;

import java.nio.file.Path;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Begins to compile the packaged release before any bean is made. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ReleaseInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        RuleCache cache = RuleCache.inFolder(
                Path.of(environment.getProperty("panbao.data-dir", "./data")).resolve("rule-cache"));
        PackagedRulebook packaged = PackagedRulebook.start(environment.getProperty("panbao.rules-dir"), cache);
        context.registerBean(RuleCache.class, () -> cache);
        context.registerBean(PackagedRulebook.class, () -> packaged);
        context.registerBean(ReleaseFiles.class, packaged::files);
    }
}
