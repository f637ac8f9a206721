package org.panbao.intake.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.panbao.base.Finding;
import org.panbao.intake.form.FormNode.Option;
import org.panbao.intake.parse.SchemaPlace;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays a plan out as a form, whatever is in it: also one that the schema refuses. */
public final class PlanForm {

    private final JsonNode schema;
    private final QuestionBank questions;
    private final CodeLists codes;
    private final Function<JsonNode, Set<String>> asked;

    /**
     * A form for the plans of a schema.
     *
     * @param asked ids of the questions that a plan is asked, however unfinished it is
     */
    public PlanForm(JsonNode schema, QuestionBank questions, CodeLists codes, Function<JsonNode, Set<String>> asked) {
        this.schema = schema;
        this.questions = questions;
        this.codes = codes;
        this.asked = asked;
    }

    /** An empty plan with what a new one must have. */
    public ObjectNode blank() {
        ObjectNode plan = JsonMapper.shared().createObjectNode();
        plan.put("formatVersion", "1");
        plan.putArray("insureds").addObject();
        return plan;
    }

    /**
     * The form with the plan's values, every question of the bank, and findings at their places. The questions that the
     * plan is not asked are aside.
     */
    public FormNode lay(JsonNode plan, List<Finding> findings) {
        Map<String, List<Finding>> byPointer = findings.stream().collect(Collectors.groupingBy(Finding::pointer));
        FormAnswers answers = new FormAnswers(questions, asked.apply(plan));
        return new FormLayout(answers, codes.with(plan), byPointer)
                .lay(SchemaPlace.root(schema), withAllQuestions(plan));
    }

    /** The lists of codes that the fields of a plan name, with what they offer. */
    public Map<String, List<Option>> codeLists(JsonNode plan) {
        return codes.with(plan).offered();
    }

    /** Adds a place for every question that has no answer yet. */
    private JsonNode withAllQuestions(JsonNode plan) {
        ObjectNode copy = (ObjectNode) plan.deepCopy();
        ObjectNode security = copy.get("security") instanceof ObjectNode there ? there : copy.putObject("security");
        ArrayNode answers = security.get("answers") instanceof ArrayNode there ? there : security.putArray("answers");
        List<String> answered = answers.valueStream()
                .map(answer -> answer.path(FormAnswers.QUESTION).asString(""))
                .toList();
        for (Question question : questions.questions()) {
            if (!answered.contains(question.id())) {
                answers.addObject().put(FormAnswers.QUESTION, question.id());
            }
        }
        return copy;
    }
}
