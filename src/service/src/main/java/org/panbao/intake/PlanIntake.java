package org.panbao.intake;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.store.NewRevision;
import org.panbao.intake.store.PlanRow;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.Revision;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Files plans: reads, refuses or stores, and leaves a trace in the audit log. */
@Component
public class PlanIntake {

    /** A revision that was stored, and what was noticed in it. */
    public record Filed(UUID planId, int revision, PlanReading reading) {}

    private final PlanReader reader;
    private final PlanStore store;
    private final CurrentCaller caller;
    private final AuditLog audit;

    PlanIntake(PlanReader reader, PlanStore store, CurrentCaller caller, AuditLog audit) {
        this.reader = reader;
        this.store = store;
        this.caller = caller;
        this.audit = audit;
    }

    /** Reads a plan without storing it; throws {@link Problem} PLAN_INVALID with all findings when one is an error. */
    public PlanReading check(byte[] bytes) {
        return checked(bytes).reading();
    }

    /** Stores a new plan of the caller's organisation; throws {@link Problem} as {@link #check} does. */
    public Filed create(byte[] bytes) {
        return create(caller.require(), checked(bytes));
    }

    /** As {@link #create(byte[])}, for an owner who need not be calling, of a plan that was read before. */
    public Filed create(Caller who, CheckedPlan plan) {
        UUID planId = UUID.randomUUID();
        NewRevision revision = revision(plan);
        store.create(planId, who, revision);
        trace(who, "plan.created", planId, 1, revision);
        return new Filed(planId, 1, plan.reading());
    }

    /**
     * Stores a further revision. Throws {@link Problem} NOT_FOUND or FORBIDDEN when the plan is not the caller's,
     * PRECONDITION_REQUIRED or PRECONDITION_FAILED when {@code ifMatch} does not name the newest revision, and as
     * {@link #check} does.
     */
    public Filed revise(UUID planId, @Nullable String ifMatch, byte[] bytes) {
        Caller who = caller.require();
        PlanRow row = requireOwn(planId, who);
        new Revision(row.revision()).requireMatch(ifMatch);
        return revise(who, row, checked(bytes));
    }

    /**
     * As {@link #revise(UUID, String, byte[])}, for an owner who need not be calling, of a plan that was read before.
     *
     * @param based the revision that the new one is based on
     */
    public Filed revise(Caller who, UUID planId, int based, CheckedPlan plan) {
        return revise(who, newest(who, planId, based), plan);
    }

    /** Throws {@link Problem} as {@link #revise(Caller, UUID, int, CheckedPlan)} does, and stores nothing. */
    public void requireRevisable(Caller who, UUID planId, int based) {
        newest(who, planId, based);
    }

    private PlanRow newest(Caller who, UUID planId, int based) {
        PlanRow row = requireOwn(planId, who);
        new Revision(row.revision()).requireMatch(new Revision(based).etag());
        return row;
    }

    private Filed revise(Caller who, PlanRow row, CheckedPlan plan) {
        NewRevision revision = revision(plan);
        int number = row.revision() + 1;
        store.revise(row.planId(), number, who, revision);
        trace(who, "plan.revised", row.planId(), number, revision);
        return new Filed(row.planId(), number, plan.reading());
    }

    /** Erases contacts and names of persons from every revision; throws {@link Problem} as {@link #revise} does. */
    public void erasePersonalData(UUID planId) {
        requireOwn(planId, caller.require());
        int erased = store.erasePersonalData(planId);
        audit.append(
                "plan.personal-data-erased", "plan", planId.toString(), Map.of("values", Integer.toString(erased)));
    }

    private PlanRow requireOwn(UUID planId, Caller who) {
        PlanRow row = store.findPlan(planId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        if (!row.organisationId().equals(who.organisationId())) {
            throw new Problem(ProblemCode.FORBIDDEN);
        }
        return row;
    }

    private CheckedPlan checked(byte[] bytes) {
        JsonNode document = reader.parse(bytes);
        return new CheckedPlan(document, reader.read(document).orRefuse());
    }

    private NewRevision revision(CheckedPlan plan) {
        PlanReading reading = plan.reading();
        return NewRevision.of(plan.document(), reading.require(), reading.findings(), reader.questions());
    }

    private void trace(Caller who, String action, UUID planId, int number, NewRevision revision) {
        audit.append(
                who.who(),
                action,
                "plan",
                planId.toString(),
                Map.of("revision", Integer.toString(number), "sha256", revision.sha256()));
    }
}
