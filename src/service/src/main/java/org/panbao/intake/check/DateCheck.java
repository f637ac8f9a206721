package org.panbao.intake.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** What has happened is not in the future, what ends does not end before it begins. */
final class DateCheck implements PlanCheck {

    /** No unit of a plan and nothing told in one is older. */
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    private final Supplier<LocalDate> today;

    DateCheck(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public void check(PlanNode plan, Findings findings) {
        LocalDate now = today.get();
        PlanNode security = plan.child("security");
        past(List.of(plan), "asOf", now, findings);
        past(List.of(plan.child("policyholder")), "founded", now, findings);
        past(security.items("policies"), "reviewedOn", now, findings);
        past(security.items("incidents"), "occurredOn", now, findings);
        past(security.items("answers"), "date", now, findings);
        past(security.items("answers"), "answeredOn", now, findings);
        for (PlanNode system : plan.child("informatization").items("systems")) {
            past(List.of(system.child("gradedProtection")), "assessedOn", now, findings);
        }
        inOrder(security.items("services"), "from", "to", findings);
        inOrder(plan.items("insureds"), "joinedOn", "leavesOn", findings);
        checkInception(plan.child("need"), now, findings);
    }

    private static void past(List<PlanNode> places, String field, LocalDate now, Findings findings) {
        for (PlanNode place : places) {
            LocalDate date = place.date(field);
            if (date == null) {
                continue;
            }
            if (date.isAfter(now)) {
                findings.error(place.at(field), "date-in-future", Map.of("value", date.toString()));
            }
            notTooEarly(place.at(field), date, findings);
        }
    }

    private static void inOrder(List<PlanNode> places, String start, String end, Findings findings) {
        for (PlanNode place : places) {
            LocalDate from = place.date(start);
            LocalDate to = place.date(end);
            notTooEarly(place.at(start), from, findings);
            notTooEarly(place.at(end), to, findings);
            if (from != null && to != null && to.isBefore(from)) {
                findings.error(place.at(end), "date-order", Map.of("start", from.toString(), "value", to.toString()));
            }
        }
    }

    private static void notTooEarly(String pointer, @Nullable LocalDate date, Findings findings) {
        if (date != null && date.isBefore(EARLIEST)) {
            findings.error(pointer, "date-too-early", Map.of("value", date.toString()));
        }
    }

    private static void checkInception(PlanNode need, LocalDate now, Findings findings) {
        LocalDate inception = need.date("inception");
        if (inception == null) {
            return;
        }
        Map<String, String> values = Map.of("value", inception.toString());
        notTooEarly(need.at("inception"), inception, findings);
        if (inception.isBefore(now)) {
            findings.warning(need.at("inception"), "inception-past", values);
        } else if (inception.isAfter(now.plusYears(1))) {
            findings.warning(need.at("inception"), "inception-far", values);
        }
    }
}
