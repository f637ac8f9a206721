package org.panbao.startup;

import org.panbao.base.Text;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link StartRefused} into plain words in both languages. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        return new FailureAnalysis(bothLanguages(cause.why()), bothLanguages(cause.remedy()), cause);
    }

    private static String bothLanguages(Text text) {
        return text.zh() + System.lineSeparator() + text.en();
    }
}
