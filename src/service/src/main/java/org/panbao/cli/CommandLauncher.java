package org.panbao.cli;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/** Runs commands of the packaged program with a class loader that finds classes sooner. */
public final class CommandLauncher {

    private CommandLauncher() {}

    /** Runs the command as {@link CommandLine#runHere} does and gives the exit code. */
    public static int run(String... args) {
        ClassLoader loader = CommandLauncher.class.getClassLoader();
        if (loader instanceof URLClassLoader packaged && ofJars(packaged.getURLs())) {
            return runPackaged(new CommandClassLoader(packaged), args);
        }
        return CommandLine.runHere(args);
    }

    private static boolean ofJars(URL... urls) {
        return Arrays.stream(urls).allMatch(url -> url.getProtocol().equals("jar"));
    }

    private static int runPackaged(ClassLoader loader, String... args) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return (int) loader.loadClass(CommandLine.class.getName())
                    .getMethod("runHere", String[].class)
                    .invoke(null, (Object) args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the command line cannot be run", e);
        }
    }
}
