package org.panbao.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What rules and tariffs read of an enterprise on a rating date: the derived facts. Stored with every quote, so that a
 * replay depends on neither the plan's later revisions nor a later derivation.
 *
 * <p>The fact records only ever grow: archived rules are compiled against them.
 *
 * @param ratingDate the day on which ages and histories were counted
 * @param answers exactly one effective answer for each question of the bank, sorted by question id
 * @param unstated facts that a gate reads, that the form asks for and that the plan does not state
 * @param assessments assessments that measured answers cite, each once
 */
public record Profile(
        LocalDate ratingDate,
        EnterpriseFact enterprise,
        List<SystemFact> systems,
        List<AnswerFact> answers,
        IncidentFact incidents,
        List<WantedCoverFact> wantedCovers,
        NeedFact need,
        SecurityFact security,
        List<UnstatedFact> unstated,
        List<AssessmentFact> assessments) {

    /** A profile in which everything asked for is stated and nothing is cited. */
    public Profile(
            LocalDate ratingDate,
            EnterpriseFact enterprise,
            List<SystemFact> systems,
            List<AnswerFact> answers,
            IncidentFact incidents,
            List<WantedCoverFact> wantedCovers,
            NeedFact need,
            SecurityFact security) {
        this(ratingDate, enterprise, systems, answers, incidents, wantedCovers, need, security, List.of(), List.of());
    }

    public Profile {
        systems = List.copyOf(systems);
        answers = List.copyOf(answers);
        wantedCovers = List.copyOf(wantedCovers);
        // records kept before there were these facts have none
        security = Objects.requireNonNullElse(security, SecurityFact.UNSTATED);
        unstated = List.copyOf(Objects.requireNonNullElse(unstated, List.of()));
        assessments = List.copyOf(Objects.requireNonNullElse(assessments, List.of()));
    }

    /** The same with these facts unstated and these assessments cited. */
    public Profile with(List<UnstatedFact> unstatedFacts, List<AssessmentFact> citedAssessments) {
        return new Profile(
                ratingDate,
                enterprise,
                systems,
                answers,
                incidents,
                wantedCovers,
                need,
                security,
                unstatedFacts,
                citedAssessments);
    }

    /** Everything rules can match: the records this profile is made of, each on its own. */
    public List<Object> facts() {
        List<Object> facts = new ArrayList<>(answers.size() + systems.size() + wantedCovers.size() + 4);
        facts.add(enterprise);
        facts.add(incidents);
        facts.add(need);
        facts.add(security);
        facts.addAll(systems);
        facts.addAll(wantedCovers);
        facts.addAll(answers);
        facts.addAll(unstated);
        facts.addAll(assessments);
        return facts;
    }

    /** The answer to a question, or null if the bank of the release does not know it. */
    public @Nullable AnswerFact answer(String questionId) {
        for (AnswerFact answer : answers) {
            if (answer.questionId().equals(questionId)) {
                return answer;
            }
        }
        return null;
    }
}
