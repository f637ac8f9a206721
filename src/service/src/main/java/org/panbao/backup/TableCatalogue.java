package org.panbao.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables and sequences that the database itself names; migrations make them in the schema {@code public} only. */
final class TableCatalogue {

    private final JdbcClient jdbc;

    TableCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table.
     *
     * @param columns those that are stored, in their order; computed ones are left out
     */
    record Found(String name, List<String> columns) {

        Found {
            columns = List.copyOf(columns);
        }

        /** Name and columns as {@code COPY} takes them. */
        String forCopy() {
            return quoted() + " ("
                    + String.join(
                            ", ", columns.stream().map(TableCatalogue::quote).toList())
                    + ")";
        }

        String quoted() {
            return "public." + quote(name);
        }
    }

    /** All tables with rows of their own, each after the tables that it refers to. */
    List<Found> tables() {
        Map<String, List<String>> columns = columns();
        Map<String, Set<String>> references = references();
        Map<String, Found> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            int before = ordered.size();
            columns.forEach((table, stored) -> {
                if (ordered.keySet().containsAll(references.getOrDefault(table, Set.of()))) {
                    ordered.putIfAbsent(table, new Found(table, stored));
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle: " + references);
            }
        }
        return List.copyOf(ordered.values());
    }

    /** Sequences with the last number given. */
    List<Manifest.Sequence> sequences() {
        return jdbc.sql("select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1")
                .query((row, number) -> new Manifest.Sequence(row.getString(1), row.getObject(2, Long.class)))
                .list();
    }

    /** Migrations that made the schema, by the names of their files, in the order of their versions. */
    List<String> migrations() {
        return jdbc.sql("select script from flyway_schema_history where success and checksum is not null order by 1")
                .query(String.class)
                .list();
    }

    /** {@code name} as an SQL identifier, whatever it holds. */
    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        jdbc.sql("""
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by c.relname, a.attnum""").query(row -> {
            columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return columns;
    }

    private Map<String, Set<String>> references() {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        jdbc.sql("""
                select c.relname, f.relname from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
                where k.contype = 'f' and k.conrelid <> k.confrelid
                  and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and f.relkind = 'r'""").query(row -> {
            references
                    .computeIfAbsent(row.getString(1), table -> new TreeSet<>())
                    .add(row.getString(2));
        });
        return references;
    }
}
