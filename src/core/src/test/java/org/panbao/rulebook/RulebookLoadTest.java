package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.Hit.GateHit;
import org.panbao.rulebook.drools.Registered;

class RulebookLoadTest {

    private static final String PAYMENT = "rules/gates/payment.drl";
    private static final String GATES = "rules/gates/gates.csv";

    private final Profile profile = ScenarioProfile.of(
            ProfileFixtures.sound(QuestionBank.load(Rulebooks.files())), "Q-F3-CALLBACK=NO; Q-P2=NO; Q-B2=NO");

    @Test
    void cachedRulesAnswerAsCompiledOnes(@TempDir Path folder) throws IOException {
        RuleCache cache = RuleCache.inFolder(folder);
        try (Rulebook compiled = Rulebook.load(SmallRelease.files(), cache);
                Rulebook cached = Rulebook.load(SmallRelease.files(), cache)) {
            assertThat(fire(cached)).isEqualTo(fire(compiled)).isNotEmpty();
        }
        assertThat(filesIn(folder)).hasSize(1);
    }

    @Test
    void damagedCacheFileIsRebuilt(@TempDir Path folder) throws IOException {
        RuleCache cache = RuleCache.inFolder(folder);
        Rulebook.load(SmallRelease.files(), cache).close();
        Path file = filesIn(folder).get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (Rulebook rebuilt = Rulebook.load(SmallRelease.files(), cache)) {
            assertThat(fire(rebuilt)).isNotEmpty();
        }
        bytes[bytes.length / 2] ^= 1;
        assertThat(cache.find(keyOf(file))).isNotNull();
    }

    @Test
    void fileUnderAnotherKeyIsForeign(@TempDir Path folder) throws IOException {
        RuleCache cache = RuleCache.inFolder(folder);
        cache.store("a", new byte[] {1, 2, 3});
        Files.move(folder.resolve("rules-a.bin"), folder.resolve("rules-b.bin"));
        assertThat(cache.find("b")).isNull();
    }

    @Test
    void cacheThatHoldsNoModuleIsIgnored() {
        OneFile nonsense = new OneFile(new byte[] {1, 2, 3});
        try (Rulebook rulebook = Rulebook.load(SmallRelease.files(), nonsense)) {
            assertThat(fire(rulebook)).isNotEmpty();
        }
        assertThat(nonsense.bytes).hasSizeGreaterThan(3);
    }

    /** In these others a payee that is not called back is no gap. */
    @Test
    void compiledRulesOfOtherFilesAreIgnored() {
        OneFile cache = new OneFile(null);
        Rulebook.load(
                        SmallRelease.with(
                                PAYMENT,
                                "\"Q-F3-CALLBACK\", state == AnswerState.NO",
                                "\"Q-F3-CALLBACK\", state == AnswerState.YES"),
                        cache)
                .close();
        try (Rulebook rulebook = Rulebook.load(SmallRelease.files(), cache)) {
            assertThat(fire(rulebook)).contains(new GateHit("GAT-PAY-001", "Q-F3-CALLBACK"));
        }
    }

    @Test
    void changedTableKeepsTheLogicDigest() {
        ReleaseInfo before = info(SmallRelease.files());
        ReleaseInfo after = info(SmallRelease.with(GATES, "GAT-VUL-001,REFER,40", "GAT-VUL-001,REFER,45"));
        assertThat(after.logicDigest()).isEqualTo(before.logicDigest());
        assertThat(after.tablesDigest()).isNotEqualTo(before.tablesDigest());
        assertThat(after.digest()).isNotEqualTo(before.digest());
    }

    @Test
    void changedRuleKeepsTheTablesDigest() {
        ReleaseInfo before = info(SmallRelease.files());
        ReleaseInfo after = info(SmallRelease.with(PAYMENT, "one person can pay", "one person may pay"));
        assertThat(after.logicDigest()).isNotEqualTo(before.logicDigest());
        assertThat(after.tablesDigest()).isEqualTo(before.tablesDigest());
    }

    @Test
    void compileErrorNamesFileAndLine() {
        ReleaseFiles broken = SmallRelease.with(PAYMENT, "state == AnswerState.NO", "nothing == AnswerState.NO");
        assertThatThrownBy(() -> Rulebook.load(broken, RuleCache.none()))
                .isInstanceOf(RulebookException.class)
                .hasMessageStartingWith("rules/gates/payment.drl:11: ");
    }

    @Test
    void fortyReloadsLeaveNothingRegistered(@TempDir Path folder) {
        RuleCache cache = RuleCache.inFolder(folder);
        for (int i = 0; i < 40; i++) {
            Rulebook.load(SmallRelease.files(), cache).close();
        }
        assertThat(Registered.modulesOf(
                        "org.panbao.rules",
                        "release",
                        info(SmallRelease.files()).logicDigest()))
                .isFalse();
    }

    @Test
    void orderOfFactsDoesNotMatter() {
        List<Object> facts = new ArrayList<>(ProfileFixtures.facts(profile));
        List<Hit> expected = Rulebooks.current().riskRules().fire(facts);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(facts, random);
            assertThat(Rulebooks.current().riskRules().fire(facts)).isEqualTo(expected);
        }
    }

    @Test
    void refusesAFactThatMovesTwoFiledRows() {
        assertThatThrownBy(() -> loadWithMatrix("sample-d:REVENUE", "sample-d:REVENUE|sample-d:INDUSTRY"))
                .isInstanceOf(RulebookException.class)
                .hasMessageMatching("rules/fact-matrix.csv:\\d+: enterprise.annualRevenueCny moves two filed rows.*");
    }

    @Test
    void refusesAFactThatMovesARowOfNoProduct() {
        assertThatThrownBy(() -> loadWithMatrix("sample-d:INDUSTRY", "INDUSTRY|INDUSTRY"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("enterprise.industrySection names INDUSTRY, which is no coefficient");
    }

    private static void loadWithMatrix(String find, String replacement) {
        Rulebook.load(SmallRelease.with(FactMatrix.PATH, find, replacement), RuleCache.none())
                .close();
    }

    private List<Hit> fire(Rulebook rulebook) {
        List<Hit> hits = new ArrayList<>(rulebook.riskRules().fire(ProfileFixtures.facts(profile)));
        hits.addAll(rulebook.coverRules().fire(ProfileFixtures.facts(profile)));
        return hits;
    }

    private static ReleaseInfo info(ReleaseFiles files) {
        return ReleaseInfo.load(files, "facts");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String keyOf(Path file) {
        return file.getFileName().toString().replaceAll("^rules-|\\.bin$", "");
    }

    /** Finds its one file under every key. */
    private static final class OneFile implements RuleCache {

        private byte @Nullable [] bytes;

        OneFile(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte @Nullable [] find(String key) {
            return bytes;
        }

        @Override
        public void store(String key, byte[] stored) {
            bytes = stored;
        }
    }
}
