package org.panbao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of this program, as its build wrote it down. */
final class ProgramVersion {

    private ProgramVersion() {}

    static String read() {
        Properties build = new Properties();
        try (InputStream stream = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("build.version", "development");
    }
}
