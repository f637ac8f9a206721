package org.panbao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;
import org.panbao.base.Finding;
import org.panbao.quoting.ReleaseLoader;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.ReleaseInfo;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookCheck;

/** Loads a folder of rules and tells every fault with file and line, or what the release is and what is odd in it. */
final class RulebookCheckCommand implements Command {

    private static final String SCENARIOS = "/scenarios/";

    @Override
    public List<String> operands() {
        return List.of("DIR");
    }

    @Override
    public Options options() {
        return RulesOptions.withCache(new Options());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        RulesOptions rules = new RulesOptions(arguments, console);
        ReleaseFiles files = ReleaseFiles.ofFolder(RulesOptions.top(arguments.operand(0)));
        RulebookCheck check = ReleaseLoader.check(files, rules.cache());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("faults", check.faults());
        answer.putAll(described(files, check));
        if (console.json()) {
            console.document(answer);
        } else {
            tell(check, answer, console);
        }
        return check.rulebook() == null ? ExitCode.FAULTS : ExitCode.OK;
    }

    private static Map<String, Object> described(ReleaseFiles files, RulebookCheck check) {
        Rulebook rulebook = check.rulebook();
        if (rulebook == null) {
            return Map.of();
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("release", rulebook.release());
        described.put("files", files.files().size());
        described.put("rules", rulebook.rules().size());
        described.put("questions", rulebook.questions().questions().size());
        described.put("products", productIds(rulebook));
        described.put("scenarioFiles", scenarioFiles(files));
        described.put("notices", notices(rulebook));
        return described;
    }

    private static void tell(RulebookCheck check, Map<String, Object> answer, Console console) {
        check.faults().forEach(console::line);
        Rulebook rulebook = check.rulebook();
        if (rulebook == null) {
            console.line(console.words(
                    "rulebook.faults",
                    Map.of("count", Integer.toString(check.faults().size()))));
            return;
        }
        notices(rulebook).forEach(notice -> console.line(ProblemReport.line(notice, console)));
        ReleaseInfo release = rulebook.release();
        console.line(console.words(
                "rulebook.release",
                Map.of(
                        "id", release.id(),
                        "version", release.version(),
                        "from", release.effectiveFrom().toString(),
                        "published", release.publishedOn().toString(),
                        "digest", release.digest(),
                        "logic", release.logicDigest(),
                        "tables", release.tablesDigest())));
        console.line(console.words(
                "rulebook.counts",
                Map.of(
                        "files", String.valueOf(answer.get("files")),
                        "rules", String.valueOf(answer.get("rules")),
                        "questions", String.valueOf(answer.get("questions")),
                        "products", String.join(", ", productIds(rulebook)))));
        console.line(console.words("rulebook.scenarios", Map.of("count", String.valueOf(answer.get("scenarioFiles")))));
    }

    private static List<String> productIds(Rulebook rulebook) {
        return rulebook.products().products().stream().map(Product::id).toList();
    }

    /** Oddities of all products, their places under the product. */
    private static List<Finding> notices(Rulebook rulebook) {
        return rulebook.products().products().stream()
                .flatMap(product -> product.notices().stream().map(notice -> notice.under("/" + product.id())))
                .toList();
    }

    private static long scenarioFiles(ReleaseFiles files) {
        return files.files().keySet().stream()
                .filter(path -> path.contains(SCENARIOS))
                .count();
    }
}
