package org.panbao.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.panbao.startup.StartRefused;

/** As whom PostgreSQL's programs run: they refuse to run as root. */
enum ProcessOwner {
    /** An ordinary user: nothing to do. */
    OURSELVES(""),
    /** In a user namespace that maps nobody: the same owner outside, inside neither root nor without a name. */
    USER_NAMESPACE("unshare --user"),
    /** Root giving its rights away, where namespaces are forbidden, as in many containers. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODY_ID = 65534;

    private final String prefix;

    ProcessOwner(String prefix) {
        this.prefix = prefix;
    }

    /** The first way that runs {@code binaries} here; throws {@link StartRefused} when none does. */
    static ProcessOwner choose(PostgresBinaries binaries, Path dataDirectory) {
        if (!runsAsRoot() && hasName()) {
            return OURSELVES;
        }
        if (USER_NAMESPACE.canRun(binaries)) {
            return USER_NAMESPACE;
        }
        if (!runsAsRoot()) {
            throw new StartRefused("user-without-name", Map.of());
        }
        NOBODY.openWay(dataDirectory);
        if (NOBODY.canRun(binaries)) {
            return NOBODY;
        }
        throw new StartRefused("cannot-leave-root", Map.of("folder", dataDirectory.toString()));
    }

    List<String> command(List<String> command) {
        return prefix.isEmpty()
                ? command
                : Stream.concat(Stream.of(prefix.split(" ")), command.stream()).toList();
    }

    /** Gives a file or an empty folder to the user that PostgreSQL runs as. */
    void give(Path path) {
        if (this == NOBODY) {
            try {
                Files.setAttribute(path, "unix:uid", NOBODY_ID);
                Files.setAttribute(path, "unix:gid", NOBODY_ID);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean canRun(PostgresBinaries binaries) {
        return new ProgramRun(command(List.of(binaries.program("postgres"), "--version"))).succeeds();
    }

    /** Lets the other user pass through our folder; what is inside stays closed by its own modes. */
    private void openWay(Path dataDirectory) {
        try {
            for (Path folder : List.of(dataDirectory, dataDirectory.resolve(EmbeddedPostgres.FOLDER))) {
                Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
                mode.add(PosixFilePermission.GROUP_EXECUTE);
                mode.add(PosixFilePermission.OTHERS_EXECUTE);
                Files.setPosixFilePermissions(folder, mode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code initdb} refuses a user number without a name, which containers like to give. Java calls it "?". */
    private static boolean hasName() {
        return !"?".equals(System.getProperty("user.name", "?"));
    }

    private static boolean runsAsRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
