package org.panbao.access.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.panbao.access.OrganisationKind;
import org.panbao.access.Role;

/** A made-up organisation of {@code access/demo-organisations.csv}; the operator among them is made by a migration. */
record DemoOrganisation(String code, OrganisationKind kind, String name, List<Role> roles) {

    private static final String FILE = "/access/demo-organisations.csv";

    static List<DemoOrganisation> load() {
        try (InputStream stream = DemoOrganisation.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(DemoOrganisation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoOrganisation parse(String line) {
        String[] cells = line.split(",", -1);
        List<Role> roles =
                Arrays.stream(cells[3].split("\\|", -1)).map(Role::parse).toList();
        return new DemoOrganisation(cells[0], OrganisationKind.valueOf(cells[1]), cells[2], roles);
    }
}
