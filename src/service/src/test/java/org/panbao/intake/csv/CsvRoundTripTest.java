package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Language;
import org.panbao.base.Severity;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.PlanReader;
import org.panbao.intake.csv.CsvFixtures.Opened;
import org.panbao.storage.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is written as CSV comes back as it was, to the letter. */
class CsvRoundTripTest {

    private static final Path FOLDER = Path.of(System.getProperty("panbao.top"), "sample-data", "plans");
    private static final PlanReader READER =
            new PlanReader(IntakeFixtures.RELEASE, () -> java.time.LocalDate.of(2026, 12, 1));
    private static final PlanFiles FILES = CsvFixtures.files(READER, CsvFixtures.LIMITS);
    private static final TableLayout LAYOUT = CsvFixtures.layout();

    /** Texts that spreadsheets, CSV or the mark could harm. */
    private static final List<String> NASTY = List.of(
            "=1+1",
            "+86 21 5550",
            "-5",
            "@SUM(A1)",
            "\tTab",
            "'quoted",
            "''twice",
            "'",
            "'=1",
            "#note",
            "# note",
            "a,b",
            "say \"hi\"",
            "\"",
            "\"\"",
            "two\nlines",
            "two\r\nlines",
            "\rcr",
            "trailing\r",
            "\nfirst",
            " left",
            "right ",
            "0012",
            "123456789012345678",
            "1E5",
            "9.14E+17",
            "3-1",
            "2026/3/1",
            "1,000",
            "TRUE",
            "false",
            "True ",
            "ｆａｌｓｅ",
            "(5)",
            "（5）",
            " 12",
            "12 ",
            "1 1/2",
            ".5",
            "．5",
            "５",
            "'５",
            "２０２６年３月１日",
            "DEC-1",
            "Mar 5",
            "march1",
            "’5",
            "¥5",
            "$5",
            "5%",
            "9:30",
            "5 pm",
            "−5",
            "无",
            "none",
            "＝全角",
            "１２",
            "ﬁ",
            "二〇二六年三月",
            "2026年3月1日",
            "#REF!",
            "###",
            "9144030019220380000",
            "😀",
            "x");

    @ParameterizedTest
    @MethodSource("samples")
    void samplePlansComeBack(String name) throws IOException {
        JsonNode plan = sample(name);

        assertThat(roundTrip(List.of(plan), Language.ZH)).containsExactly(canonical(plan));
    }

    @ParameterizedTest
    @EnumSource
    void allSamplePlansTogetherComeBack(Language language) throws IOException {
        List<JsonNode> plans = new ArrayList<>();
        for (String name : samples().toList()) {
            plans.add(sample(name));
        }

        assertThat(plans).hasSizeGreaterThan(1);
        assertThat(roundTrip(plans, language))
                .containsExactlyElementsOf(
                        plans.stream().map(CsvRoundTripTest::canonical).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plansMadeNastyComeBack(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> names = samples().sorted().toList();
        ObjectNode plan = (ObjectNode) sample(names.get(random.nextInt(names.size())));
        for (Table table : LAYOUT.tables()) {
            disturb(table, plan, random);
        }

        assertThat(READER.read(plan).findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(roundTrip(List.of(plan), random.nextBoolean() ? Language.ZH : Language.EN))
                .containsExactly(canonical(plan));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList()
                    .stream();
        }
    }

    /** Puts nasty texts into free texts, and empties or drops lists that may be empty or missing. */
    private static void disturb(Table table, ObjectNode plan, Random random) {
        JsonNode items = table.isPlans() ? JsonMapper.shared().createArrayNode().add(plan) : plan.at(pointer(table));
        for (JsonNode item : items) {
            table.offered().stream()
                    .filter(column ->
                            column.kind() == Column.Kind.TEXT && !column.path().isEmpty())
                    .filter(column ->
                            !column.name().toLowerCase(java.util.Locale.ROOT).endsWith("creditcode"))
                    .forEach(column -> disturbText(column, item, random));
        }
        boolean isFree = List.of("objects", "services", "policies", "jointUnits", "certificates", "incidents")
                .contains(table.name());
        if (isFree && items instanceof ArrayNode list && random.nextInt(3) == 0) {
            list.removeAll();
        } else if (isFree && random.nextInt(4) == 0) {
            parent(plan, table.list()).remove(table.name());
        }
    }

    private static void disturbText(Column column, JsonNode item, Random random) {
        String name = column.path().get(column.path().size() - 1);
        ObjectNode parent = parent(item, column.path());
        boolean mayBeBlank = name.equals("prose") || name.equals("introduction");
        if (parent.has(name) && mayBeBlank && random.nextInt(4) == 0) {
            parent.put(name, random.nextBoolean() ? "" : " ");
        } else if (parent.has(name)) {
            parent.put(name, NASTY.get(random.nextInt(NASTY.size())));
        }
    }

    private static ObjectNode parent(JsonNode item, List<String> path) {
        JsonNode parent = item.at(PlanPlaces.pointer(path.subList(0, path.size() - 1)));
        return parent instanceof ObjectNode object
                ? object
                : JsonMapper.shared().createObjectNode();
    }

    private static String pointer(Table table) {
        return PlanPlaces.pointer(table.list());
    }

    private static JsonNode sample(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static String canonical(JsonNode plan) {
        return CanonicalJson.of(plan);
    }

    private static List<String> roundTrip(List<JsonNode> plans, Language language) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (PlanFileWriter writer = FILES.writer(language)) {
            for (int i = 0; i < plans.size(); i++) {
                writer.add("P" + i, plans.get(i));
            }
            writer.writeTo(zip);
        }
        Opened opened = CsvFixtures.open(FILES, zip.toByteArray(), "plans.zip", null);
        assertThat(opened.findings()).isEmpty();
        return opened.plans().stream()
                .map(plan -> plan.document() == null ? plan.findings().toString() : canonical(plan.document()))
                .toList();
    }
}
