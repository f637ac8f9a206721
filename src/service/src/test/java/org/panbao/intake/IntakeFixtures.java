package org.panbao.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.panbao.rulebook.ReleaseFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans and a reader for tests; "today" is 2026-03-01 there. */
public final class IntakeFixtures {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    public static final ReleaseFiles RELEASE = ReleaseFiles.ofFolder(Path.of(System.getProperty("panbao.top")));

    private static final PlanReader READER = new PlanReader(RELEASE, () -> TODAY);

    private IntakeFixtures() {}

    public static PlanReader reader() {
        return READER;
    }

    /** The bytes of {@code plans/<name>.json} of the test resources. */
    public static byte[] bytes(String name) {
        try (InputStream stream = IntakeFixtures.class.getResourceAsStream("/plans/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalArgumentException("no test plan " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode document(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }
}
