package org.panbao.cli;

import java.util.Locale;
import java.util.Set;
import org.panbao.api.ProblemBodies;
import org.panbao.api.ProblemBody;
import org.panbao.base.Finding;
import org.panbao.base.Problem;

/** Says a problem on standard error as the HTTP interface does, with all its findings and their places. */
final class ProblemReport {

    /** Statuses of problems whose cause is in the input. */
    private static final Set<Integer> OF_INPUT = Set.of(400, 413, 422);

    private final Console console;

    ProblemReport(Console console) {
        this.console = console;
    }

    /** As text, or as the JSON body of RFC 9457; {@code input} is what the command was given. */
    ExitCode tell(Problem problem, String input) {
        Locale language = console.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        ProblemBody body = ProblemBodies.standalone().of(problem, null, language);
        if (console.json()) {
            console.remark(console.text(body));
        } else {
            console.remark(input + ": " + body.title() + " [" + body.code() + "]");
            console.remark(body.detail());
            body.findings().forEach(finding -> console.remark(line(finding, console)));
        }
        return OF_INPUT.contains(body.status()) ? ExitCode.FAULTS : ExitCode.UNABLE;
    }

    /** A finding on a line of its own: how much it matters, where, what. */
    static String line(Finding finding, Console console) {
        String severity = console.words("severity." + finding.severity().name());
        String place = finding.pointer().isEmpty() ? "/" : finding.pointer();
        return severity + "  " + place + "  " + console.in(finding.message()) + "  [" + finding.code() + "]";
    }
}
