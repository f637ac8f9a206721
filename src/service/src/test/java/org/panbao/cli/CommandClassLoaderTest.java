package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Looks into two jars of the class path, as the packaged program has them inside its own. */
class CommandClassLoaderTest {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final URL FIRST = jarOf(Options.class);
    private static final URL SECOND = jarOf(Logger.class);

    private final CommandClassLoader loader =
            new CommandClassLoader(new URLClassLoader(new URL[] {FIRST, SECOND}, ClassLoader.getPlatformClassLoader()));

    @Test
    void definesAClassWithItsPackageAndPlace() throws Exception {
        Class<?> found = loader.loadClass(Logger.class.getName());

        assertThat(found).isNotSameAs(Logger.class);
        assertThat(found.getClassLoader()).isSameAs(loader);
        assertThat(found.getProtectionDomain().getCodeSource().getLocation()).isEqualTo(SECOND);
        assertThat(found.getPackage().getImplementationVersion())
                .isNotNull()
                .isEqualTo(Logger.class.getPackage().getImplementationVersion());
        assertThat(loader.loadClass(Options.class.getName())
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation())
                .isEqualTo(FIRST);
    }

    @Test
    void knowsNoClassThatStandsInNoneOfTheJars() {
        assertThatThrownBy(() -> loader.loadClass(CommandClassLoaderTest.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void findsResourcesInTheOrderOfTheJars() throws Exception {
        List<URL> all = Collections.list(loader.findResources(MANIFEST));

        assertThat(all).containsExactly(new URL(FIRST, MANIFEST), new URL(SECOND, MANIFEST));
        assertThat(loader.findResource(MANIFEST)).isEqualTo(all.get(0));
        assertThat(loader.findResource("no/such/file")).isNull();
        try (InputStream stream = Objects.requireNonNull(loader.getResourceAsStream(MANIFEST))) {
            assertThat(stream.read()).isEqualTo('M');
        }
    }

    private static URL jarOf(Class<?> type) {
        try {
            URL place = type.getProtectionDomain().getCodeSource().getLocation();
            return URI.create("jar:" + place + "!/").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
