package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.base.Problem;

class PagingTest {

    @Test
    void theLastPageHasNoCursor() {
        PageRequest request = PageRequest.of(3, null, 1);

        assertThat(Page.of(List.of("a", "b", "c"), request, List::of).nextCursor())
                .isNull();
    }

    @Test
    void aCursorLeadsBehindTheLastItemShown() {
        PageRequest request = PageRequest.of(2, null, 2);
        Page<String> page = Page.of(List.of("a", "b", "c"), request, item -> List.of(item, "1"));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(2, page.nextCursor(), 2).after()).containsExactly("b", "1");
    }

    @Test
    void refusesLimitsOutOfBounds() {
        assertThatThrownBy(() -> PageRequest.of(0, null, 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PageRequest.of(201, null, 1)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = PageRequest.cursor(List.of("a", "b"));

        assertThatThrownBy(() -> PageRequest.of(10, cursor, 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> PageRequest.of(10, "%", 1)).isInstanceOf(Problem.class);
    }

    @Test
    void anUpdateNeedsTheRevisionItIsBasedOn() {
        Revision revision = new Revision(3);

        revision.requireMatch("\"3\"");
        assertThatThrownBy(() -> revision.requireMatch(null)).hasMessageContaining("precondition-required");
        assertThatThrownBy(() -> revision.requireMatch("\"2\"")).hasMessageContaining("precondition-failed");
    }
}
