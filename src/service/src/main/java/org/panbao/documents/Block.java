package org.panbao.documents;

import java.util.List;
import java.util.function.Function;

/** A part of a document, from top to bottom. */
public sealed interface Block {

    /** What to do with each kind of block. */
    record Cases<T>(
            Function<Heading, T> heading,
            Function<Paragraph, T> paragraph,
            Function<Facts, T> facts,
            Function<Items, T> items,
            Function<Table, T> table) {}

    <T> T fold(Cases<T> cases);

    /** Name of the kind, for templates. */
    default String kind() {
        return fold(new Cases<>(h -> "heading", p -> "paragraph", f -> "facts", i -> "items", t -> "table"));
    }

    /**
     * The title of a section.
     *
     * @param level 1 for a section, 2 inside one
     * @param newPage whether the section begins on a page of its own
     */
    record Heading(int level, String text, boolean newPage) implements Block {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.heading().apply(this);
        }
    }

    /** Running text; {@code notice} stands out. */
    record Paragraph(String text, boolean notice) implements Block {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.paragraph().apply(this);
        }
    }

    /** Labels with their values. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.facts().apply(this);
        }
    }

    /** One label with its value. */
    record Fact(String label, String value) {}

    /** A list without order. */
    record Items(List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.items().apply(this);
        }
    }

    /**
     * A table with a caption and a head.
     *
     * @param rows [rows][columns]
     */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.table().apply(this);
        }
    }

    /**
     * A column of a table.
     *
     * @param number whether its values are numbers, which stand to the right
     * @param share width in parts of all columns' shares
     */
    record Column(String title, boolean number, int share) {

        static Column text(String title, int share) {
            return new Column(title, false, share);
        }

        static Column number(String title, int share) {
            return new Column(title, true, share);
        }
    }
}
