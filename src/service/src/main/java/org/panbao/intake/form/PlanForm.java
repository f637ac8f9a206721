package org.panbao.intake.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.panbao.base.Finding;
import org.panbao.base.Text;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.parse.SchemaPlace;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays a plan out as a form, whatever is in it: also one that the schema refuses. */
public final class PlanForm {

    private static final String ANSWERS = "/security/answers";
    private static final String QUESTION = "questionId";

    private final JsonNode schema;
    private final QuestionBank questions;

    public PlanForm(JsonNode schema, QuestionBank questions) {
        this.schema = schema;
        this.questions = questions;
    }

    /** An empty plan with what a new one must have. */
    public ObjectNode blank() {
        ObjectNode plan = JsonMapper.shared().createObjectNode();
        plan.put("formatVersion", "1");
        plan.putArray("insureds").addObject();
        return plan;
    }

    /** The form with the plan's values, every question of the bank, and findings at their places. */
    public FormNode lay(JsonNode plan, List<Finding> findings) {
        Map<String, List<Finding>> byPointer = findings.stream().collect(Collectors.groupingBy(Finding::pointer));
        JsonNode shown = withAllQuestions(plan);
        return new Layout(byPointer).node(SchemaPlace.root(schema), "", false, shown);
    }

    /** Adds a place for every question that has no answer yet. */
    private JsonNode withAllQuestions(JsonNode plan) {
        ObjectNode copy = (ObjectNode) plan.deepCopy();
        ObjectNode security = copy.get("security") instanceof ObjectNode there ? there : copy.putObject("security");
        ArrayNode answers = security.get("answers") instanceof ArrayNode there ? there : security.putArray("answers");
        List<String> answered = answers.valueStream()
                .map(answer -> answer.path(QUESTION).asString(""))
                .toList();
        for (Question question : questions.questions()) {
            if (!answered.contains(question.id())) {
                answers.addObject().put(QUESTION, question.id());
            }
        }
        return copy;
    }

    /** Walks schema and plan together. */
    private final class Layout {

        private final Map<String, List<Finding>> findings;

        Layout(Map<String, List<Finding>> findings) {
            this.findings = findings;
        }

        FormNode node(SchemaPlace place, String pointer, boolean required, JsonNode value) {
            Kind kind = kindOf(place, pointer);
            List<FormNode> children = switch (kind) {
                case GROUP -> fields(place, pointer, value);
                case LIST -> items(place, pointer, value);
                default -> List.of();
            };
            return new FormNode(
                    kind,
                    pointer,
                    titleOf(place, pointer, value),
                    place.hint(),
                    required,
                    kind == Kind.HIDDEN && value.isMissingNode() ? FormFields.fixedValue(place) : text(value),
                    FormFields.options(place),
                    value.isArray(),
                    children,
                    findings.getOrDefault(pointer, List.of()));
        }

        private List<FormNode> fields(SchemaPlace place, String pointer, JsonNode value) {
            List<FormNode> fields = new ArrayList<>();
            for (String name : place.properties()) {
                fields.add(node(place.property(name), pointer + "/" + name, place.requires(name), value.path(name)));
            }
            return fields;
        }

        private List<FormNode> items(SchemaPlace place, String pointer, JsonNode value) {
            List<FormNode> items = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                items.add(node(place.items(), pointer + "/" + i, false, value.path(i)));
            }
            return items;
        }
    }

    private static Kind kindOf(SchemaPlace place, String pointer) {
        boolean question = pointer.startsWith(ANSWERS) && pointer.endsWith("/" + QUESTION);
        return question ? Kind.HIDDEN : FormFields.kind(place);
    }

    /** An answer is named by its question, an item of a list by what it says of itself. */
    private Text titleOf(SchemaPlace place, String pointer, JsonNode value) {
        String id = value.path(QUESTION).asString("");
        Question question = questions.find(id);
        if (question != null && pointer.startsWith(ANSWERS)) {
            return question.text();
        }
        String name = value.path("name").asString(value.path("title").asString(""));
        boolean item = !place.stated().has("title");
        return item ? new Text(name, name) : place.title();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString("") : "";
    }
}
