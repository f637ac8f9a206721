package org.panbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.panbao.profile.Plan;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.ContractTerms;
import org.panbao.quoting.ProfileDeriver;
import org.panbao.quoting.QuoteDecider;
import org.panbao.quoting.QuoteInput;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.rating.RateBasisTree;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Term;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import tools.jackson.databind.json.JsonMapper;

/** One decision from the facts of a plan to the steps of its premium; the sample plans in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(time = 5)
@Measurement(time = 5)
public class DecisionBenchmark {

    private static final Path TOP = Path.of(""); // the build runs benchmarks in the top folder
    private static final LocalDate RATING_DATE = LocalDate.of(2026, 12, 1);

    /** A decision and its rate basis as a record is written from it, which is empty for a decline. */
    public record Recorded(QuoteOutcome outcome, Map<String, Object> rateBasis) {}

    private final List<QuoteInput> inputs = new ArrayList<>();
    private final Rulebook rulebook;
    private int next;

    public DecisionBenchmark() {
        rulebook = Rulebook.load(ReleaseFiles.ofFolder(TOP), RuleCache.none());
    }

    @Setup
    public void readPlans() throws IOException {
        Path folder = TOP.resolve("sample-data/plans");
        for (String line : Files.readAllLines(folder.resolve("EXPECTED.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", 4);
            Plan plan = JsonMapper.shared().readValue(folder.resolve(cells[0]), Plan.class);
            inputs.add(input(plan, cells[1]));
        }
    }

    /** The whole decision: gates, score, cover advice, premium with every step, authority. */
    @Benchmark
    public QuoteOutcome decide() {
        QuoteInput input = inputs.get(next);
        next = (next + 1) % inputs.size();
        return QuoteDecider.decide(input, rulebook);
    }

    /** The same, and the rate basis in the form in which it is kept. */
    @Benchmark
    public Recorded decideAndRecord() {
        QuoteOutcome outcome = decide();
        RatingResult rating = outcome.rating();
        return new Recorded(outcome, rating == null ? Map.of() : RateBasisTree.of(rating));
    }

    @TearDown
    public void close() {
        rulebook.close();
    }

    private QuoteInput input(Plan plan, String product) {
        return new QuoteInput(
                ProfileDeriver.derive(plan, RATING_DATE, rulebook.questions()),
                product,
                "demo-insurer-1",
                Map.of(),
                Map.of(),
                Map.of(),
                Term.YEAR,
                Authority.UNDERWRITER,
                null,
                ContractTerms.USUAL,
                List.of());
    }
}
