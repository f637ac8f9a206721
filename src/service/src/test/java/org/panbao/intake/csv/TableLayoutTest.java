package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.parse.PlanSchema;
import org.panbao.intake.parse.SchemaPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableLayoutTest {

    private static final JsonNode SCHEMA = PlanSchema.load().tree();
    private static final TableLayout LAYOUT = CsvFixtures.layout();

    /** Counted by hand in the schema: the plans, and twelve lists. */
    @Test
    void thereIsATableForThePlansAndForEachList() {
        assertThat(LAYOUT.tables())
                .extracting(Table::name)
                .containsExactly(
                        "plans",
                        "jointUnits",
                        "insureds",
                        "systems",
                        "policies",
                        "products",
                        "services",
                        "certificates",
                        "answers",
                        "incidents",
                        "objects",
                        "scenarios",
                        "covers");
    }

    @Test
    void everyPlaceOfASchemaHasAColumn() {
        Set<String> columns = new HashSet<>();
        for (Table table : LAYOUT.tables()) {
            table.offered()
                    .forEach(column ->
                            columns.add(PlanPlaces.pointer(column.list()) + PlanPlaces.pointer(column.path())));
        }
        Set<String> places = new HashSet<>();
        collect(SchemaPlace.root(SCHEMA), "", places);

        assertThat(places).hasSizeGreaterThan(100).isSubsetOf(columns);
    }

    private static void collect(SchemaPlace place, String pointer, Set<String> places) {
        if (place.isList()) {
            collect(place.items(), pointer, places);
        } else if (place.resolved().has("properties")) {
            place.properties().forEach(name -> collect(place.property(name), pointer + "/" + name, places));
        } else if (!place.resolved().has("const")) {
            places.add(pointer);
        }
    }

    @Test
    void requiredColumnsAreThoseOfTheSchema() {
        assertThat(LAYOUT.tables().get(0).required())
                .containsExactly(
                        "form",
                        "planName",
                        "direction",
                        "policyholder.name",
                        "policyholder.creditCode",
                        "policyholder.region",
                        "policyholder.nature");
        Table systems = LAYOUT.find("systems");
        assertThat(systems).isNotNull();
        assertThat(systems.required())
                .containsExactly("systemId", "name", "kind", "hosting", "internetFacing", "importance");
    }

    @Test
    void tablesAreFoundByTheirNamesInBothLanguages() {
        assertThat(List.of("insureds", "Insureds", "被保险人"))
                .allSatisfy(name ->
                        assertThat(LAYOUT.find(name)).extracting(Table::name).isEqualTo("insureds"));
        assertThat(LAYOUT.find("insured")).isNull();
    }

    @Test
    void wordsOfAChoiceAreDifferentInEachLanguage() {
        for (Table table : LAYOUT.tables()) {
            for (Column column : table.offered()) {
                Set<String> words = new HashSet<>();
                column.words().forEach((code, word) -> {
                    Set<String> own = new HashSet<>(List.of(code.toLowerCase(java.util.Locale.ROOT)));
                    own.add(word.zh());
                    own.add(word.en().toLowerCase(java.util.Locale.ROOT));
                    assertThat(own).as(column.name()).allMatch(words::add);
                });
            }
        }
    }

    @Test
    void aListInsideAListIsRefused() {
        JsonNode nested = JsonMapper.shared().readTree("""
                {"properties": {"a": {"items": {"properties": {"b": {"items": {"type": "string"}}}}}}}""");

        assertThatThrownBy(() -> new TableLayout(nested, ListedCodes.read(IntakeFixtures.RELEASE)))
                .hasMessageContaining("[b]");
    }
}
