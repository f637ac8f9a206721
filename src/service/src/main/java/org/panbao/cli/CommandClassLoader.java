package org.panbao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the packaged program for a command. Where the loader of the jar opens a connection for every jar that it
 * looks into, this one asks the tables of contents: a command spends most of its time on looking for classes.
 */
final class CommandClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Jar> jars;

    /** Looks where {@code packaged} looks, in the same order; all of it has to be jars. */
    CommandClassLoader(URLClassLoader packaged) {
        super(packaged.getURLs(), packaged.getParent());
        this.jars = Arrays.stream(packaged.getURLs()).map(Jar::new).toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/').concat(".class");
        for (Jar jar : jars) {
            JarEntry entry = jar.file().getJarEntry(path);
            if (entry != null) {
                return define(name, jar, entry);
            }
        }
        throw new ClassNotFoundException(name);
    }

    private Class<?> define(String name, Jar jar, JarEntry entry) throws ClassNotFoundException {
        try (InputStream stream = jar.file().getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            definePackage(name, jar);
            return defineClass(name, bytes, 0, bytes.length, jar.domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackage(String className, Jar jar) throws IOException {
        String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        if (getDefinedPackage(packageName) == null) {
            Manifest manifest = jar.file().getManifest();
            try {
                definePackage(packageName, manifest == null ? new Manifest() : manifest, jar.url);
            } catch (IllegalArgumentException e) {
                // another thread was faster
            }
        }
    }

    @Override
    public @Nullable URL findResource(String name) {
        return found(name).findFirst().orElse(null);
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        return Collections.enumeration(found(name).toList());
    }

    private Stream<URL> found(String name) {
        return jars.stream().filter(jar -> jar.file().getEntry(name) != null).map(jar -> jar.place(name));
    }

    /** One jar of the program, opened when first looked into. */
    private static final class Jar {

        private final URL url;
        private final ProtectionDomain domain;
        private volatile @Nullable JarFile file;

        Jar(URL url) {
            this.url = url;
            this.domain = new ProtectionDomain(new CodeSource(url, (Certificate[]) null), null);
        }

        JarFile file() {
            JarFile opened = file;
            if (opened == null) {
                try {
                    // kept among the open jars, so that two threads get the same one
                    opened = ((JarURLConnection) url.openConnection()).getJarFile();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                file = opened;
            }
            return opened;
        }

        URL place(String name) {
            try {
                return new URL(url, name);
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
