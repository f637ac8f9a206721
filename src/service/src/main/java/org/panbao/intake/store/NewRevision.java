package org.panbao.intake.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.panbao.base.Finding;
import org.panbao.base.Text;
import org.panbao.profile.Plan;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;
import org.panbao.storage.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * A revision to be stored.
 *
 * @param body the plan as filed, without personal data
 * @param personalData what was taken out of it, by JSON pointer
 * @param questions wording of the questions answered: what was asked is frozen with the answer
 */
public record NewRevision(
        Plan plan,
        JsonNode body,
        Map<String, JsonNode> personalData,
        String sha256,
        List<Finding> findings,
        Map<String, Text> questions) {

    public NewRevision {
        personalData = Map.copyOf(personalData);
        findings = List.copyOf(findings);
        questions = Map.copyOf(questions);
    }

    /** The revision of a document in which no error was found; {@code document} is left as it is. */
    public static NewRevision of(JsonNode document, Plan plan, List<Finding> findings, QuestionBank bank) {
        JsonNode body = document.deepCopy();
        Map<String, JsonNode> personalData = PersonalData.takeOut(body);
        Map<String, Text> questions = new TreeMap<>();
        for (Plan.PlanAnswer answer : plan.security().answers()) {
            Question question = bank.find(answer.questionId());
            if (question != null) {
                questions.put(question.id(), question.text());
            }
        }
        return new NewRevision(plan, body, personalData, CanonicalJson.sha256(body), findings, questions);
    }
}
