package org.panbao.intake.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.intake.form.FormNode.Option;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.ReleaseFiles;
import tools.jackson.databind.JsonNode;

/** The codes that places of a plan are filled in with: of the release, of the questions, of the plan itself. */
public final class CodeLists {

    /**
     * Codes with their names.
     *
     * @param name unique on a page
     * @param open whether other words than these can stand there too
     */
    record CodeList(String name, boolean open, List<Option> options) {

        CodeList {
            options = List.copyOf(options);
        }

        /** Whether it is short enough to choose from; a longer one is offered while somebody types. */
        boolean isChoice() {
            return !open && !options.isEmpty() && options.size() <= LONGEST_CHOICE;
        }

        @Nullable
        Text find(String code) {
            return options.stream()
                    .filter(option -> option.value().equals(code))
                    .map(Option::label)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** As long as a list can be that is looked through rather than searched. */
    private static final int LONGEST_CHOICE = 40;

    private static final String INSUREDS = "insureds";
    private static final String QUESTIONS = "questions";

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("/policyholder/region", "regions"),
            Map.entry("/insureds/*/region", "regions"),
            Map.entry("/insureds/*/industry", "industries"),
            Map.entry("/informatization/systems/*/insuredId", INSUREDS),
            Map.entry("/security/answers/*/insuredId", INSUREDS),
            Map.entry("/security/incidents/*/insuredId", INSUREDS),
            Map.entry("/security/products/*/kind", "product"),
            Map.entry("/security/services/*/kind", "service"),
            Map.entry("/security/staff/certificates/*/kind", "certificate"),
            Map.entry("/need/scenarios/*", "scenarios"),
            Map.entry("/need/covers/*/item", "items"));

    private final Map<String, CodeList> lists;

    private CodeLists(Map<String, CodeList> lists) {
        this.lists = lists;
    }

    /** The lists of a release. */
    public static CodeLists read(ReleaseFiles files, QuestionBank questions, Messages messages) {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        add(lists, new CodeList("regions", false, regions(files)));
        add(lists, new CodeList("industries", false, named(files, "rules/reference/gbt4754-2017.csv")));
        add(lists, new CodeList("scenarios", false, named(files, "rules/coverage/risk-scenarios.csv")));
        add(lists, new CodeList("items", false, named(files, "rules/coverage/items.csv")));
        for (String kind : List.of("product", "service", "certificate")) {
            add(lists, new CodeList(kind, true, suggested(messages, kind + ".")));
        }
        add(
                lists,
                new CodeList(
                        QUESTIONS,
                        false,
                        questions.questions().stream()
                                .map(question -> option(question.id(), question.text()))
                                .toList()));
        return new CodeLists(lists);
    }

    private static void add(Map<String, CodeList> lists, CodeList list) {
        lists.put(list.name(), list);
    }

    /** The same with the insureds of a plan. */
    CodeLists with(JsonNode plan) {
        List<Option> insureds = new ArrayList<>();
        for (JsonNode insured : plan.path(INSUREDS)) {
            String id = insured.path("insuredId").asString("");
            String name = insured.path("name").asString("");
            if (!id.isEmpty()) {
                insureds.add(option(id, new Text(name, name)));
            }
        }
        Map<String, CodeList> all = new HashMap<>(lists);
        add(all, new CodeList(INSUREDS, false, insureds));
        return new CodeLists(all);
    }

    /** The list from which a place is filled in; null when there is none. */
    @Nullable
    CodeList at(String pointer) {
        return lists.get(PLACES.getOrDefault(pointer.replaceAll("/[0-9]+(?=/|$)", "/*"), ""));
    }

    List<Option> questions() {
        CodeList questions = lists.get(QUESTIONS);
        return questions == null ? List.of() : questions.options();
    }

    /** Those that a page has beside its fields, by name. */
    Map<String, List<Option>> offered() {
        Map<String, List<Option>> offered = new LinkedHashMap<>();
        PLACES.values().stream().distinct().sorted().forEach(name -> {
            CodeList list = lists.get(name);
            if (list != null && !list.isChoice()) {
                offered.put(name, list.options());
            }
        });
        return offered;
    }

    private static List<Option> regions(ReleaseFiles files) {
        List<CsvTable.Row> rows =
                CsvTable.read(files, "rules/reference/gbt2260.csv").rows();
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.id(), row.text("name_zh")));
        return rows.stream()
                .map(row -> {
                    String province = row.text("province");
                    String name = province.isEmpty() ? row.text("name_zh") : names.get(province) + row.text("name_zh");
                    return option(row.id(), new Text(name, name));
                })
                .toList();
    }

    /** A list without English names has its Chinese ones in both languages. */
    private static List<Option> named(ReleaseFiles files, String path) {
        return CsvTable.read(files, path).rows().stream()
                .map(row -> option(
                        row.id(),
                        new Text(row.text("name_zh"), row.has("name_en") ? row.text("name_en") : row.text("name_zh"))))
                .toList();
    }

    private static List<Option> suggested(Messages messages, String prefix) {
        return messages.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> option(key.substring(prefix.length()), messages.text(key)))
                .toList();
    }

    private static Option option(String code, Text name) {
        return new Option(code, new Text(code + " " + name.zh(), code + " " + name.en()));
    }
}
