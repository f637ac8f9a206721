package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.panbao.rulebook.LookupTable.Entry;
import org.panbao.rulebook.LookupTable.Match;
import org.panbao.rulebook.LookupTable.Position;

class LookupTableTest {

    private static Entry<String> row(String code, int low, boolean lowIn, int high, boolean highIn) {
        Interval range = new Interval(BigDecimal.valueOf(low), lowIn, BigDecimal.valueOf(high), highIn);
        return new Entry<>(List.of(code), range, code + range);
    }

    private static Match<String> find(LookupTable<String> table, String code, String key) {
        Match<String> match = table.find(List.of(code), new BigDecimal(key));
        assertThat(match).isNotNull();
        return match;
    }

    private static final LookupTable<String> TABLE = LookupTable.of(
            List.of(
                    row("A", 5, false, 10, true),
                    row("A", 0, false, 5, true),
                    row("A", 12, true, 12, true),
                    row("B", 0, true, 1, false)),
            false);

    @Test
    void anEndBelongsToTheRowThatIncludesIt() {
        assertThat(find(TABLE, "A", "5").row()).isEqualTo("A(0, 5]");
        assertThat(find(TABLE, "A", "5.0001").row()).isEqualTo("A(5, 10]");
        assertThat(find(TABLE, "A", "10").position()).isEqualTo(Position.INSIDE);
    }

    @Test
    void keysOutsideSayWhereTheyFell() {
        assertThat(find(TABLE, "A", "0").position()).isEqualTo(Position.BELOW);
        assertThat(find(TABLE, "A", "11").position()).isEqualTo(Position.GAP);
        assertThat(find(TABLE, "A", "12.1").position()).isEqualTo(Position.ABOVE);
        assertThat(find(TABLE, "B", "1").position()).isEqualTo(Position.ABOVE);
        assertThat(TABLE.find(List.of("C"), BigDecimal.ONE)).isNull();
    }

    @Test
    void aBridgedTableAnswersAGapWithBothRows() {
        LookupTable<String> table =
                LookupTable.of(List.of(row("A", 1, true, 1, true), row("A", 3, true, 3, true)), true);

        Match<String> match = find(table, "A", "2");

        assertThat(match.position()).isEqualTo(Position.BETWEEN);
        assertThat(match.row()).isEqualTo("A[1, 1]");
        assertThat(match.next()).isEqualTo("A[3, 3]");
    }

    @Test
    void overlappingRowsAreRefused() {
        assertThatThrownBy(() -> LookupTable.of(List.of(row("A", 0, true, 5, true), row("A", 5, true, 9, true)), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LookupTable.of(
                        List.of(new Entry<>(List.of("A"), null, "x"), new Entry<>(List.of("A"), null, "y")), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandRowsAnswerLikeALinearSearch() {
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Interval range = new Interval(BigDecimal.valueOf(i), false, BigDecimal.valueOf(i + 1L), true);
            entries.add(new Entry<>(List.of(), range, i));
        }
        Collections.shuffle(entries, new Random(20261121));
        LookupTable<Integer> table = LookupTable.of(entries, false);

        assertThat(table.size()).isEqualTo(10_000);
        for (int cents = 1; cents <= 1_000_000; cents += 997) {
            Match<Integer> match = table.find(BigDecimal.valueOf(cents, 2));
            assertThat(match).isNotNull();
            assertThat(match.row()).isEqualTo((cents - 1) / 100);
        }
    }
}
