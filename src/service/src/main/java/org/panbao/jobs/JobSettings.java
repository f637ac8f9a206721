package org.panbao.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are worked on.
 *
 * @param threads jobs at work at once in this process
 * @param poll how often waiting jobs are looked for; one submitted here is begun at once
 * @param silence after how long without a sign of life a job counts as left by a process that is gone
 * @param attempts how often a job is taken up without one more item done before it fails
 * @param unfinished how many jobs an organisation may have waiting or at work
 * @param retention how long ended jobs are kept
 * @param errorRows how many warnings an error file holds, after all errors
 */
@ConfigurationProperties("panbao.jobs")
public record JobSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("PT1S") Duration poll,
        @DefaultValue("PT30S") Duration silence,
        @DefaultValue("3") int attempts,
        @DefaultValue("10") int unfinished,
        @DefaultValue("P90D") Duration retention,
        @DefaultValue("100000") int errorRows) {}
