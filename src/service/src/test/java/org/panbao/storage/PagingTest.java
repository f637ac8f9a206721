package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.base.Problem;

class PagingTest {

    @Test
    void theLastPageHasNoCursor() {
        PageRequest request = PageRequest.of("letters", 1, 3, null);

        assertThat(Page.of(List.of("a", "b", "c"), request, List::of).nextCursor())
                .isNull();
    }

    @Test
    void aCursorLeadsBehindTheLastItemShown() {
        PageRequest request = PageRequest.of("letters", 2, 2, null);
        Page<String> page = Page.of(List.of("a", "b", "c"), request, item -> List.of(item, "1"));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(PageRequest.of("letters", 2, 2, page.nextCursor()).after()).containsExactly("b", "1");
    }

    @Test
    void refusesLimitsOutOfBounds() {
        for (int limit : new int[] {0, 201}) {
            assertThatThrownBy(() -> PageRequest.of("letters", 1, limit, null))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(
                                            problem.findings().get(0).message().en())
                                    .isEqualTo("The query parameter limit is a whole number from 1 to 200."));
        }
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = PageRequest.of("letters", 2, 10, null).cursor(List.of("a", "b"));

        assertThat(PageRequest.of("letters", 2, 10, cursor).after()).containsExactly("a", "b");
        assertThatThrownBy(() -> PageRequest.of("words", 2, 10, cursor)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PageRequest.of("letters", 1, 10, cursor)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PageRequest.of("letters", 1, 10, "%"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings().get(0).code()).isEqualTo("parameter-cursor"));
    }

    @Test
    void anUpdateNeedsTheRevisionItIsBasedOn() {
        Revision revision = new Revision(3);

        revision.requireMatch("\"3\"");
        assertThatThrownBy(() -> revision.requireMatch(null)).hasMessageContaining("precondition-required");
        assertThatThrownBy(() -> revision.requireMatch("\"2\"")).hasMessageContaining("precondition-failed");
    }

    /** RFC 9110 §13.1.1: any of a list, or whatever there is; a weak tag never matches. */
    @ParameterizedTest
    @ValueSource(strings = {"*", " \"3\" ", "\"9\", \"3\"", "\"9\",\"3\"", "W/\"3\", \"3\""})
    void anUpdateMayNameSeveralRevisionsOrAny(String ifMatch) {
        assertThatCode(() -> new Revision(3).requireMatch(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "W/\"3\"", "\"9\", \"2\"", "\"33\"", "\"*\"", "\"9, \"3"})
    void otherTagsDoNotMatch(String ifMatch) {
        assertThatThrownBy(() -> new Revision(3).requireMatch(ifMatch)).hasMessageContaining("precondition-failed");
    }
}
