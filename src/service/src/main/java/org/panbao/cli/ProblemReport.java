package org.panbao.cli;

import java.util.Set;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.Text;

/** Says a problem in the words of {@code messages/problems.properties}, with all its findings and their places. */
final class ProblemReport {

    /** Statuses of problems whose cause is in the input. */
    private static final Set<Integer> OF_INPUT = Set.of(400, 413, 422);

    private final Messages texts = Messages.of(ProblemReport.class, "problems");
    private final Console console;

    ProblemReport(Console console) {
        this.console = console;
    }

    ExitCode tell(Problem problem) {
        String slug = problem.code().slug();
        Text detail = texts.text(slug + ".detail", problem.values());
        console.remark(console.in(texts.text(slug + ".title")) + " (" + slug + ")");
        console.remark(console.in(detail).replaceAll("\\{[^}]*}", "?"));
        problem.findings().forEach(finding -> console.remark(line(finding, console)));
        return OF_INPUT.contains(problem.code().status()) ? ExitCode.FAULTS : ExitCode.UNABLE;
    }

    /** A finding on a line of its own: how much it matters, where, what. */
    static String line(Finding finding, Console console) {
        String severity = console.words("severity." + finding.severity().name());
        String place = finding.pointer().isEmpty() ? "/" : finding.pointer();
        return severity + "  " + place + "  " + console.in(finding.message()) + "  [" + finding.code() + "]";
    }
}
