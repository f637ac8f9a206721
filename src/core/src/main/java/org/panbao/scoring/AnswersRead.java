package org.panbao.scoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Profile;
import org.panbao.rulebook.RuleSource;
import org.panbao.rulebook.RuleSource.Condition;

/**
 * Which answers some rule could match, by question and state as the rules are written. Any other answer changes nothing
 * and need not be shown to the engine. A condition that is written in another way than those read here counts as one
 * that any answer could match.
 */
public final class AnswersRead {

    private static final Pattern QUESTIONS = Pattern.compile("questionId\\s+(?:==|in\\s*\\()\\s*\"[^|&!]*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final String ONE_STATE = "state == AnswerState\\.([A-Z_]+)";
    private static final Pattern STATE = Pattern.compile(ONE_STATE);
    private static final Pattern STATES =
            Pattern.compile("\\(?\\s*" + ONE_STATE + "(?:\\s*\\|\\|\\s*" + ONE_STATE + ")*\\s*\\)?");

    private final Map<String, Set<AnswerState>> byQuestion = new HashMap<>();
    private final Set<AnswerState> ofAnyQuestion = EnumSet.noneOf(AnswerState.class);

    public AnswersRead(List<RuleSource> rules) {
        for (RuleSource rule : rules) {
            for (Condition pattern : rule.patterns()) {
                if (pattern.type().equals(AnswerFact.class.getSimpleName())) {
                    add(questions(pattern), states(pattern));
                }
            }
        }
    }

    private void add(List<String> questions, Set<AnswerState> states) {
        if (questions.isEmpty()) {
            ofAnyQuestion.addAll(states);
        }
        for (String question : questions) {
            byQuestion
                    .computeIfAbsent(question, key -> EnumSet.noneOf(AnswerState.class))
                    .addAll(states);
        }
    }

    /** The questions that a condition names; empty when it does not say which. */
    private static List<String> questions(Condition pattern) {
        List<String> questions = new ArrayList<>();
        for (String constraint : pattern.constraints()) {
            if (questions.isEmpty() && QUESTIONS.matcher(constraint).matches()) {
                Matcher quoted = QUOTED.matcher(constraint);
                while (quoted.find()) {
                    questions.add(quoted.group(1));
                }
            }
        }
        return questions;
    }

    /** The states that a condition allows; all when it allows one for a value or a date, or does not say. */
    private static Set<AnswerState> states(Condition pattern) {
        for (String constraint : pattern.constraints()) {
            if (STATES.matcher(constraint).matches()) {
                Set<AnswerState> states = EnumSet.noneOf(AnswerState.class);
                Matcher state = STATE.matcher(constraint);
                while (state.find()) {
                    states.add(AnswerState.valueOf(state.group(1)));
                }
                return states;
            }
        }
        return EnumSet.allOf(AnswerState.class);
    }

    /** The facts of a profile without the answers that no rule could match. */
    public List<Object> factsOf(Profile profile) {
        return profile.facts().stream()
                .filter(fact -> !(fact instanceof AnswerFact answer) || isRead(answer))
                .toList();
    }

    boolean isRead(AnswerFact answer) {
        Set<AnswerState> states = byQuestion.get(answer.questionId());
        return ofAnyQuestion.contains(answer.state()) || (states != null && states.contains(answer.state()));
    }
}
