package org.panbao.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in both languages, once the service is ready, where it is, what it serves, and what is missing. */
@Component
final class StartAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(StartAnnouncement.class);

    private final ObjectProvider<ReleaseSummary> release;
    private final ObjectProvider<StartNotice> notices;

    StartAnnouncement(ObjectProvider<ReleaseSummary> release, ObjectProvider<StartNotice> notices) {
        this.release = release;
        this.notices = notices;
    }

    @EventListener
    void announce(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String address = context.getEnvironment().getProperty("server.address", "localhost");
            String url = "http://" + address + ":" + context.getWebServer().getPort();
            for (Text line : lines(url)) {
                LOG.info("{} | {}", line.zh(), line.en());
            }
        }
    }

    private List<Text> lines(String url) {
        Messages messages = Messages.of(StartAnnouncement.class, "startup");
        List<Text> lines = new ArrayList<>();
        lines.add(messages.text("ready.url", Map.of("url", url)));
        ReleaseSummary summary = release.getIfAvailable();
        if (summary == null) {
            lines.add(messages.text("ready.no-release"));
        } else {
            Text name = summary.summary();
            Text line = messages.text("ready.release");
            lines.add(new Text(
                    line.zh().replace("{release}", name.zh()), line.en().replace("{release}", name.en())));
        }
        notices.orderedStream().forEach(notice -> lines.addAll(notice.lines()));
        return lines;
    }
}
