package org.panbao.underwriting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.panbao.rulebook.Rulebook;

/** What decides: version of the program, of the rule engine and of Java, as a rate basis names them. */
public final class EngineBuild {

    private static final String FILE = "/META-INF/build-info.properties";

    private EngineBuild() {}

    static String current() {
        return version() + "; Drools " + Rulebook.engineVersion() + "; JDK "
                + Runtime.version().feature();
    }

    /** Version of the program as its build noted it; outside a built program {@code development}. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream stream = EngineBuild.class.getResourceAsStream(FILE)) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return build.getProperty("build.version", "development");
    }
}
