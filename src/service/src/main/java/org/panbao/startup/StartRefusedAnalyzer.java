package org.panbao.startup;

import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link StartRefused} into plain words in both languages. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        Messages messages = Messages.of(StartRefusedAnalyzer.class, "startup");
        return new FailureAnalysis(
                bothLanguages(messages.text(cause.key() + ".why", cause.values())),
                bothLanguages(messages.text(cause.key() + ".do", cause.values())),
                cause);
    }

    private static String bothLanguages(Text text) {
        return text.zh() + System.lineSeparator() + text.en();
    }
}
