package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.UnstatedFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Hit.GateHit;
import org.panbao.rulebook.Hit.PendingHit;
import org.panbao.rulebook.NeededFact;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** What gates do ({@code rules/gates/gates.csv}) and from which points on they refer, read once for a rulebook. */
final class GateTables {

    private static final String THRESHOLDS = "rules/gates/referral-thresholds.csv";

    private record Threshold(String id, Form form, @Nullable BigDecimal revenueUpToCny, int points) {
        static Threshold of(CsvTable.Row row) {
            return new Threshold(
                    row.id(),
                    row.constant("form", Form.class),
                    row.decimalOrNull("revenue_up_to_cny"),
                    row.whole("threshold"));
        }

        boolean appliesTo(EnterpriseFact enterprise) {
            BigDecimal revenue = enterprise.annualRevenueCny();
            boolean sized = revenueUpToCny == null || (revenue != null && revenue.compareTo(revenueUpToCny) <= 0);
            return sized && form == enterprise.form();
        }
    }

    private final Map<String, Gate> gates = new HashMap<>();
    private final List<Threshold> thresholds = new ArrayList<>();
    private final Rulebook rulebook;

    private GateTables(Rulebook rulebook) {
        this.rulebook = rulebook;
        Faults faults = new Faults();
        faults.rows(rulebook.table("rules/gates/gates.csv"), row -> gates.put(row.id(), gate(row)));
        faults.rows(rulebook.table(THRESHOLDS), row -> thresholds.add(Threshold.of(row)));
        for (Form form : Form.values()) {
            faults.run(() -> requireThreshold(form));
        }
        faults.throwIfAny(THRESHOLDS);
    }

    private void requireThreshold(Form form) {
        if (thresholds.stream().noneMatch(row -> row.form() == form && row.revenueUpToCny() == null)) {
            throw new RulebookException(THRESHOLDS, "no threshold whatever the revenue for the form " + form);
        }
    }

    static GateTables of(Rulebook rulebook) {
        return rulebook.view(GateTables.class, GateTables::new);
    }

    private Gate gate(CsvTable.Row row) {
        GateEffect effect = row.constant("effect", GateEffect.class);
        BigDecimal points = row.decimalOrNull("points");
        BigDecimal dueDays = row.decimalOrNull("due_days");
        String items = row.text("items");
        if ((points != null) != (effect == GateEffect.REFER)
                || (dueDays != null) != (effect == GateEffect.CONDITION || effect == GateEffect.BIND_BLOCK)
                || !items.isEmpty() != (effect == GateEffect.COVER_BLOCK)) {
            throw new RulebookException(
                    row.path(),
                    row.line(),
                    "REFER has points, CONDITION and BIND_BLOCK have due days, COVER_BLOCK has items, and no other");
        }
        return new Gate(
                row.id(),
                effect,
                "",
                rulebook.reason(row),
                points == null ? 0 : row.whole("points"),
                dueDays == null ? null : row.whole("due_days"),
                items.isEmpty() ? List.of() : List.of(items.split("\\|", -1)));
    }

    Gate gate(GateHit hit) {
        Gate gate = gates.get(hit.ruleId());
        if (gate == null) {
            throw new RulebookException("rules/gates/gates.csv", "has no row '" + hit.ruleId() + "'");
        }
        return new Gate(
                gate.ruleId(),
                gate.effect(),
                hit.subject(),
                gate.reason(),
                gate.points(),
                gate.dueDays(),
                gate.items());
    }

    PendingAnswer pending(PendingHit hit) {
        Text reason = rulebook.reason(hit.ruleId());
        Text asked = asked(hit.subject());
        return new PendingAnswer(
                hit.ruleId(),
                hit.subject(),
                new Text(
                        reason.zh().replace("{question}", asked.zh()),
                        reason.en().replace("{question}", asked.en())));
    }

    /** The question, or the name of the fact and whose it is. */
    private Text asked(String subject) {
        UnstatedFact unstated = UnstatedFact.ofSubject(subject);
        Question question = rulebook.questions().find(unstated.name());
        NeededFact fact = rulebook.questions().findNeededFact(unstated.name());
        Text name = question != null ? question.text() : fact != null ? fact.name() : new Text(subject, subject);
        String of = unstated.of() == null ? "" : " (" + unstated.of() + ")";
        return new Text(name.zh() + of, name.en() + of);
    }

    /** The points of each gate once, against the first threshold for this form and size. */
    Referral referral(EnterpriseFact enterprise, List<Gate> gates) {
        Map<String, Integer> points = new HashMap<>();
        gates.forEach(gate -> points.put(gate.ruleId(), gate.points()));
        int score = points.values().stream().mapToInt(Integer::intValue).sum();
        for (Threshold threshold : thresholds) {
            if (threshold.appliesTo(enterprise)) {
                return new Referral(score, threshold.points(), threshold.id());
            }
        }
        throw new RulebookException(THRESHOLDS, "no threshold for the form " + enterprise.form());
    }
}
