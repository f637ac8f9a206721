package org.panbao.startup;

import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;

/**
 * The service will not start, for a reason that the person starting it can remove. Reported in plain words, without a
 * stack trace, with exit code 1. The words are in {@code messages/startup.properties}: {@code <key>.why} and
 * {@code <key>.do}.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Messages MESSAGES = Messages.of(StartRefused.class, "startup");

    private final String key;
    private final transient Map<String, String> values;

    public StartRefused(String key, Map<String, String> values) {
        super(key + " " + values);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    public StartRefused(String key, Map<String, String> values, Throwable cause) {
        super(key + " " + values, cause);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    /** Why it will not start. */
    public Text why() {
        return MESSAGES.text(key + ".why", values);
    }

    /** What to do about it. */
    public Text remedy() {
        return MESSAGES.text(key + ".do", values);
    }
}
