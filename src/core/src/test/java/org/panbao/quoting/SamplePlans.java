package org.panbao.quoting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.panbao.profile.Plan;
import org.panbao.profile.Profile;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.Term;
import org.panbao.rulebook.Rulebook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The plans of {@code sample-data/} with the decisions expected of them. */
public final class SamplePlans {

    /** The day for which the decisions are expected. */
    public static final LocalDate RATING_DATE = LocalDate.of(2026, 12, 1);

    private static final Path FOLDER = Path.of(System.getProperty("panbao.top", "../.."), "sample-data", "plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    private SamplePlans() {}

    /** A line of {@code EXPECTED.csv}. */
    public record Expected(String file, String product, Decision decision) {

        @Override
        public String toString() {
            return file + " by " + product;
        }
    }

    public static List<Expected> expected() {
        try {
            return Files.readAllLines(FOLDER.resolve("EXPECTED.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Expected(cells[0], cells[1], Decision.valueOf(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question for a quote as an underwriter of a demo insurer puts it, with nothing but the plan. */
    public static QuoteInput input(Expected expected, Rulebook rulebook) {
        return input(expected, plan(expected), rulebook);
    }

    /** The same question on another plan, for the year from the first day that it wants. */
    static QuoteInput input(Expected expected, Plan plan, Rulebook rulebook) {
        AskedTerm year = new AskedTerm(Term.YEAR, plan.need().inception(), List.of());
        ScheduleDeriver.Derived derived = ScheduleDeriver.derive(plan, RATING_DATE, year, rulebook.questions());
        return input(expected, derived.profile(), derived.insureds());
    }

    static Plan plan(Expected expected) {
        return JSON.readValue(FOLDER.resolve(expected.file()), Plan.class);
    }

    static Profile profile(Plan plan, Rulebook rulebook) {
        return ProfileDeriver.derive(plan, RATING_DATE, rulebook.questions());
    }

    /** The same question on a plan that was changed as JSON. */
    public static QuoteInput input(String file, String product, Rulebook rulebook, Consumer<ObjectNode> change) {
        ObjectNode plan = (ObjectNode) JSON.readTree(FOLDER.resolve(file));
        change.accept(plan);
        Plan changed = JSON.treeToValue(plan, Plan.class);
        return input(new Expected(file, product, Decision.ACCEPT), changed, rulebook);
    }

    /** The same question on other facts. */
    public static QuoteInput input(Expected expected, Profile profile) {
        return input(expected, profile, List.of());
    }

    private static QuoteInput input(Expected expected, Profile profile, List<ScheduledInsured> insureds) {
        return new QuoteInput(
                profile,
                expected.product(),
                "demo-insurer-1",
                Map.of(),
                Map.of(),
                Map.of(),
                Term.YEAR,
                Authority.UNDERWRITER,
                new Assertion("demo-underwriter", Instant.parse("2026-11-20T01:02:03Z")),
                ContractTerms.USUAL,
                insureds);
    }
}
