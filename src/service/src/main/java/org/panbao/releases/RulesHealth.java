package org.panbao.releases;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down until the packaged release is compiled; part of readiness. */
@Component("rules")
class RulesHealth implements HealthIndicator {

    private final PackagedRulebook packaged;

    RulesHealth(PackagedRulebook packaged) {
        this.packaged = packaged;
    }

    @Override
    public Health health() {
        return packaged.isReady() ? Health.up().build() : Health.down().build();
    }
}
