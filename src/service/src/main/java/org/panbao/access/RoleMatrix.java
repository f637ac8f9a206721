package org.panbao.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which role may make which call, as written in {@code access/role-matrix.csv}. A call without a row is refused. */
public final class RoleMatrix {

    private static final String FILE = "/access/role-matrix.csv";
    private static final String HEAD = "method,path,roles";

    private final List<Row> rows;

    private RoleMatrix(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One call.
     *
     * @param path as the controller writes it, for example {@code /api/v1/plans/{planId}}
     */
    public record Row(String method, String path, Set<Role> roles) {
        public Row {
            roles = Set.copyOf(roles);
        }
    }

    /** Reads the file on the class path; throws on an unknown role or a call with two rows. */
    public static RoleMatrix load() {
        try (InputStream stream = RoleMatrix.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #load}, from lines in the form of the file. */
    public static RoleMatrix parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException(FILE + " must begin with " + HEAD);
        }
        List<Row> rows = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(RoleMatrix::row)
                .toList();
        Set<String> calls = new HashSet<>();
        for (Row row : rows) {
            if (!calls.add(row.method() + " " + row.path())) {
                throw new IllegalArgumentException(FILE + " has two rows for " + row.method() + " " + row.path());
            }
        }
        return new RoleMatrix(rows);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The roles of one call, written as in the file. */
    public Optional<Set<Role>> findRoles(String method, String path) {
        return rows.stream()
                .filter(row -> row.method().equals(method) && row.path().equals(path))
                .map(Row::roles)
                .findFirst();
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3 || cells[2].isBlank()) {
            throw new IllegalArgumentException(FILE + ": not a row: " + line);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(cells[2].split("\\|", -1)).map(Role::parse).forEach(roles::add);
        return new Row(cells[0], cells[1], roles);
    }
}
