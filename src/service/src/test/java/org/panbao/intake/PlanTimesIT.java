package org.panbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.panbao.intake.store.AnswerRow;
import org.panbao.intake.store.PlanAnswerStore;
import org.panbao.intake.store.PlanRevision;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** A plan of two revisions: what was known when, and as of when it was said to be true. */
class PlanTimesIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final String FIRST = "set /security/answers = [{\"questionId\":\"Q-G1\",\"state\":\"NO\"},"
            + "{\"questionId\":\"Q-G2\",\"insuredId\":\"main\",\"state\":\"YES\",\"evidence\":\"MEASURED\","
            + "\"answeredOn\":\"2026-01-15\",\"answeredBy\":\"Example Person\"}]";
    private static final String SECOND =
            "set /security/answers = [{\"questionId\":\"Q-G1\",\"state\":\"YES\"}]" + " && set /asOf = \"2026-03-31\"";

    private final ApiClient owner = SERVER.as("demo-insurer-1", "insurer");
    private final String path = create();
    private final UUID planId = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    private final Instant firstKnown = recorded(owner.get(path));

    @Test
    void whatWasKnownAtAMomentIsTheRevisionThatHadComeIn() {
        Instant secondKnown = revise();

        assertThat(known(firstKnown.minusMillis(1))).isNull();
        assertThat(known(firstKnown).revision()).isEqualTo(1);
        assertThat(known(secondKnown.minusNanos(1000)).revision()).isEqualTo(1);
        assertThat(known(secondKnown).revision()).isEqualTo(2);
        assertThat(known(secondKnown).validFrom()).isEqualTo("2026-03-31");
    }

    @Test
    void theAnswersOfThatMomentAreThoseOfItsRevision() {
        Instant secondKnown = revise();

        assertThat(answers(firstKnown.minusMillis(1))).isEmpty();
        assertThat(answers(firstKnown)).extracting(AnswerRow::state).containsExactly("NO", "YES");
        assertThat(answers(secondKnown)).singleElement().satisfies(answer -> {
            assertThat(answer.revision()).isEqualTo(2);
            assertThat(answer.state()).isEqualTo("YES");
            assertThat(answer.validFrom()).isEqualTo("2026-03-31");
            assertThat(answer.recordedAt()).isEqualTo(secondKnown);
        });
    }

    /** The plan speaks as of 2026-02-28; one of its answers has a day of its own. */
    @Test
    void anAnswerHoldsFromItsOwnDayElseFromThatOfThePlan() {
        List<AnswerRow> answers = answers(firstKnown);

        AnswerRow plain = answers.get(0);
        assertThat(plain.questionId()).isEqualTo("Q-G1");
        assertThat(plain.assertedBy()).isNull();
        assertThat(plain.evidence()).isEqualTo("DECLARED");
        assertThat(plain.validFrom()).isEqualTo("2026-02-28");
        AnswerRow dated = answers.get(1);
        assertThat(dated.pointer()).isEqualTo("/security/answers/1");
        assertThat(dated.assertedBy()).isEqualTo("main");
        assertThat(dated.evidence()).isEqualTo("MEASURED");
        assertThat(dated.validFrom()).isEqualTo("2026-01-15");
        assertThat(dated.recordedBy()).isEqualTo(plain.recordedBy()).contains("demo-insurer-1");
        assertThat(dated.toString()).doesNotContain("Example Person");
    }

    @Test
    void aPlanThatNamesNoDaySpeaksOfTheDayItCameIn() {
        Answer created = owner.post("/api/v1/plans", PlanEdits.apply("short", ""));
        JsonNode plan = owner.get(created.header("Location")).json();

        LocalDate day =
                LocalDate.ofInstant(Instant.parse(plan.get("recordedAt").asString()), ZoneId.of("Asia/Shanghai"));
        assertThat(plan.get("validFrom").asString()).isEqualTo(day.toString());
    }

    @Test
    void bothQuestionsCanBeAskedOverHttp() {
        Instant secondKnown = revise();

        assertThat(owner.get(path + "?knownAt=" + firstKnown)
                        .json()
                        .get("revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(owner.get(path + "?knownAt=" + secondKnown)
                        .json()
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(owner.get(path + "?knownAt=" + firstKnown.minusSeconds(1)).status())
                .isEqualTo(404);
        assertThat(owner.get(path + "/answers?knownAt=" + firstKnown)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
        JsonNode now = owner.get(path + "/answers").json().get("items");
        assertThat(now.size()).isEqualTo(1);
        assertThat(now.get(0).get("recordedAt").asString()).isEqualTo(secondKnown.toString());
        assertThat(owner.get(path + "/revisions")
                        .json()
                        .get("items")
                        .get(1)
                        .get("validFrom")
                        .asString())
                .isEqualTo("2026-03-31");
    }

    private String create() {
        Answer created = owner.post("/api/v1/plans", PlanEdits.apply("full", FIRST));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    private Instant revise() {
        Answer revised = owner.put(path, PlanEdits.apply("full", SECOND), "If-Match", "\"1\"");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        return recorded(owner.get(path));
    }

    private static Instant recorded(Answer plan) {
        return Instant.parse(plan.json().get("recordedAt").asString());
    }

    private PlanRevision known(Instant instant) {
        return inOwnersOrganisation(() -> SERVER.bean(PlanStore.class)
                .findRevisionKnownAt(planId, instant)
                .orElse(null));
    }

    private List<AnswerRow> answers(Instant instant) {
        return inOwnersOrganisation(() -> SERVER.bean(PlanAnswerStore.class).knownAt(planId, instant));
    }

    private static <T> T inOwnersOrganisation(Supplier<T> work) {
        return SERVER.bean(TenantTransactions.class)
                .inOrganisation(UUID.fromString(SERVER.organisationId("demo-insurer-1")), work);
    }
}
