package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/** A question as a control of its dimension: how much it weighs and what each answer is worth. */
final class Control {

    private static final String LIFTS = "lifts_effectiveness";

    private final String questionId;
    private final String dimension;
    private final BigDecimal weight;
    private final @Nullable ValueBands bands;
    private final BigDecimal creditWithoutValue;
    private final BigDecimal notAskedCredit;
    private final @Nullable AskedIf exposure;
    private final ControlCredits credits;
    private final Map<AnswerState, Text> reasons = new EnumMap<>(AnswerState.class);

    Control(CsvTable.Row row, Question question, ControlCredits credits, Rulebook rulebook) {
        this.questionId = question.id();
        this.dimension = question.dimension();
        this.weight = row.decimal("weight");
        this.bands = credits.findBands(row);
        this.creditWithoutValue = row.decimal("credit_without_value");
        this.notAskedCredit = row.decimal("not_asked_credit");
        this.exposure = row.has(LIFTS) && !row.yes(LIFTS) ? question.askedIf() : null;
        this.credits = credits;
        for (AnswerState state : AnswerState.values()) {
            Text reason = rulebook.reason("CTL-" + state);
            reasons.put(
                    state,
                    new Text(
                            reason.zh().replace("{question}", question.text().zh()),
                            reason.en().replace("{question}", question.text().en())));
        }
        check(row, question);
    }

    /** Refuses a row whose figures are none, whatever the other tables say. */
    static void checkNumbers(CsvTable.Row row) {
        row.decimal("weight");
        row.decimal("credit_without_value");
        row.decimal("not_asked_credit");
        if (row.has(LIFTS)) {
            row.yes(LIFTS);
        }
    }

    private void check(CsvTable.Row row, Question question) {
        if ((bands == null) != (question.kind() == ValueKind.NONE)) {
            throw new RulebookException(
                    row.path(), row.line(), "bands stand where a value or date is asked, only there");
        }
        BigDecimal leastYes = creditWithoutValue.multiply(credits.evidence().leastDeclared());
        if (notAskedCredit.compareTo(leastYes) > 0) {
            throw new RulebookException(
                    row.path(), row.line(), "not being asked may not be worth more than a declared yes: " + leastYes);
        }
    }

    String dimension() {
        return dimension;
    }

    /**
     * The exposure because of which alone it is asked, so that it may lower control effectiveness and not raise it; null for
     * a control that everybody has or lacks.
     */
    @Nullable
    AskedIf exposure() {
        return exposure;
    }

    BigDecimal weight() {
        return weight;
    }

    /** Credit 0–1 with its reason. */
    Contribution contribution(AnswerFact answer) {
        Text reason = Objects.requireNonNull(reasons.get(answer.state()), "every state has a reason");
        return new Contribution(Contribution.Kind.CONTROL, questionId, questionId, credit(answer), weight, reason);
    }

    private BigDecimal credit(AnswerFact answer) {
        if (answer.state() == AnswerState.NOT_ASKED) {
            // where another insured answered, its bad figure is not covered up by the default
            return notAskedCredit.min(proven(answer));
        }
        BigDecimal stated = credits.ofState(answer.state());
        return stated.signum() == 0 ? BigDecimal.ZERO : stated.multiply(proven(answer));
    }

    /** What a "yes" with this figure and this evidence is worth. */
    private BigDecimal proven(AnswerFact answer) {
        return valueCredit(answer).multiply(credits.evidence().weight(answer.evidence(), answer.answerAgeDays()));
    }

    private BigDecimal valueCredit(AnswerFact answer) {
        if (bands == null || (answer.value() == null && answer.dateAgeDays() == null)) {
            return creditWithoutValue;
        }
        BigDecimal credit = answer.value() == null
                ? bands.credit(Objects.requireNonNull(answer.dateAgeDays()))
                : bands.credit(answer.value());
        return answer.figureMissing() ? credit.min(creditWithoutValue) : credit;
    }
}
