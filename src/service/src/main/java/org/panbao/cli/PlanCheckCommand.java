package org.panbao.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;
import org.panbao.base.Finding;
import org.panbao.base.Severity;
import org.panbao.intake.PlanReader;
import org.panbao.intake.PlanReading;

/** Checks a plan and tells all findings, as {@code POST /api/v1/plans?dryRun=true} does. */
final class PlanCheckCommand implements Command {

    private static final String STRICT = "strict";

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        return RulesOptions.withRules(new Options().addOption(Arguments.flag(STRICT)));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        byte[] file = InputFile.read(arguments.operand(0));
        PlanReader reader =
                new PlanReader(new RulesOptions(arguments, console).files(), () -> LocalDate.now(console.clock()));
        PlanReading reading = reader.read(file);
        tell(reading, console);
        Severity least = arguments.has(STRICT) ? Severity.WARNING : Severity.ERROR;
        boolean faulty = reading.findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(least) <= 0);
        return faulty ? ExitCode.FAULTS : ExitCode.OK;
    }

    private static void tell(PlanReading reading, Console console) {
        if (console.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("findings", reading.findings());
            answer.put("missing", reading.missing());
            console.document(answer);
            return;
        }
        reading.findings().forEach(finding -> console.line(ProblemReport.line(finding, console)));
        console.line(console.words("findings.count", Finding.counts(reading.findings())));
    }
}
