package org.panbao.quoting;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Profile;

/** Which facts of two profiles differ, named as in the fact matrix. */
final class ProfileDifferences {

    private final TreeSet<String> facts = new TreeSet<>();

    private ProfileDifferences() {}

    static TreeSet<String> between(Profile a, Profile b) {
        ProfileDifferences differences = new ProfileDifferences();
        differences.add("enterprise", List.of(a.enterprise()), List.of(b.enterprise()));
        differences.add("incidents", List.of(a.incidents()), List.of(b.incidents()));
        differences.add("need", List.of(a.need()), List.of(b.need()));
        differences.add("security", List.of(a.security()), List.of(b.security()));
        differences.add("system", a.systems(), b.systems());
        differences.add("wanted", a.wantedCovers(), b.wantedCovers());
        differences.add("unstated", a.unstated(), b.unstated());
        differences.add("assessment", a.assessments(), b.assessments());
        for (AnswerFact answer : a.answers()) {
            if (!answer.equals(b.answer(answer.questionId()))) {
                differences.facts.add("Q-*");
            }
        }
        return differences.facts;
    }

    /** All components of a fact when there are more or fewer of them. */
    private void add(String name, List<? extends Record> a, List<? extends Record> b) {
        if (a.size() != b.size()) {
            facts.add(name + ".*");
            return;
        }
        for (int i = 0; i < a.size(); i++) {
            RecordComponent[] components = a.get(i).getClass().getRecordComponents();
            Object[] before = PlanExamples.values(a.get(i));
            Object[] after = PlanExamples.values(b.get(i));
            for (int j = 0; j < components.length; j++) {
                if (!Objects.equals(before[j], after[j])) {
                    facts.add(name + "." + components[j].getName());
                }
            }
        }
    }
}
