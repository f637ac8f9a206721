package org.panbao.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.panbao.access.Caller;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.Severity;
import org.panbao.intake.check.GapFindings;
import org.panbao.intake.check.PlanChecks;
import org.panbao.intake.form.CodeLists;
import org.panbao.intake.form.DraftPlan;
import org.panbao.intake.form.FormReader;
import org.panbao.intake.form.PlanForm;
import org.panbao.intake.parse.FieldCatalog;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.intake.parse.PlanSchema;
import org.panbao.intake.parse.StrictJson;
import org.panbao.intake.parse.TextCharacters;
import org.panbao.intake.parse.Wording;
import org.panbao.intake.store.NewRevision;
import org.panbao.profile.Plan;
import org.panbao.quoting.AskedQuestions;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.ReleaseFiles;
import tools.jackson.databind.JsonNode;

/** Reads a plan and tells everything that is wrong with it or missing in it. Stores nothing; safe for many threads. */
public final class PlanReader {

    private final Messages messages = Messages.of(PlanReader.class, "intake");
    private final StrictJson json = new StrictJson(messages);
    private final PlanSchema schema = PlanSchema.load();
    private final FieldCatalog fields = new FieldCatalog(schema.tree(), messages);
    private final PlanMapper mapper = new PlanMapper();
    private final PlanChecks checks;
    private final QuestionBank questions;
    private final PlanForm form;

    /**
     * A reader for one release.
     *
     * @param release code lists, questions and bounds to check against
     * @param today the day by which dates are past or future
     */
    public PlanReader(ReleaseFiles release, Supplier<LocalDate> today) {
        this.questions = QuestionBank.load(release);
        this.checks = PlanChecks.of(release, questions, today);
        this.form = form(release);
    }

    /** Reads a file in UTF-8; throws {@link Problem} MALFORMED_JSON or PAYLOAD_TOO_LARGE when it is no JSON document. */
    public PlanReading read(byte[] bytes) {
        return read(parse(bytes));
    }

    /** Reads a plan that is already a tree, for example inside a request for a quote. */
    public PlanReading read(JsonNode document) {
        return read(document, Wording.JSON);
    }

    /** As above, the findings in words for who did not write JSON. */
    public PlanReading read(JsonNode document, Wording wording) {
        Findings findings = new Findings(messages, fields, wording);
        TextCharacters.check(document, findings);
        schema.validate(document, findings);
        checks.check(PlanNode.root(document), findings);
        if (findings.all().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return new PlanReading(null, findings.all());
        }
        Plan plan = mapper.map(document);
        GapFindings.tell(plan, questions, findings);
        return new PlanReading(plan, findings.all());
    }

    /**
     * A plan as it would be stored, for a decision that nobody keeps; throws {@link Problem} as {@link #read(byte[])}
     * does, and PLAN_INVALID with all findings when one is an error.
     */
    public StoredPlan readUnkept(byte[] bytes, UUID planId, Caller by, Instant at) {
        JsonNode document = parse(bytes);
        PlanReading reading = read(document).orRefuse();
        NewRevision revision = NewRevision.of(document, reading.require(), reading.findings(), questions);
        return new StoredPlan(
                planId,
                1,
                by.organisationId(),
                mapper.map(revision.body()),
                revision.sha256(),
                reading.findings(),
                at,
                by.actor());
    }

    /** Plans laid out as a form, with the questions of the release. */
    public PlanForm form() {
        return form;
    }

    private PlanForm form(ReleaseFiles release) {
        CodeLists codes = CodeLists.read(release, questions, Messages.of(PlanReader.class, "plan-form"));
        return new PlanForm(
                schema.tree(),
                questions,
                codes,
                plan -> AskedQuestions.of(mapper.map(DraftPlan.of(plan, schema.tree())), questions));
    }

    /** Reads what was typed into such a form. */
    public FormReader formReader() {
        return new FormReader(schema.tree());
    }

    /** The questions of the release. */
    public QuestionBank questions() {
        return questions;
    }

    JsonNode parse(byte[] bytes) {
        return json.read(bytes);
    }

    /** The plan of a document that was found without error before. */
    Plan map(JsonNode document) {
        return mapper.map(document);
    }
}
