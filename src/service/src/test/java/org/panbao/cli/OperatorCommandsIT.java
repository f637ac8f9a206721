package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panbao.base.Sha256;
import org.panbao.storage.DataDirectory;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.NewDatabase;
import org.panbao.storage.OperatorAccess;
import org.panbao.support.PanbaoJar;
import org.panbao.support.PanbaoProcess;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Backups of a stopped service and of a database of one's own; refusals; other users. The schema is an older one. */
class OperatorCommandsIT {

    private static final UUID ENTERPRISE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String AWKWARD = "tab\tback\\slash \\N \"quote\" new\nline 中文 \u0001";
    private static final byte[] EVERY_BYTE = everyByte();
    private static final String LAST_BEFORE = "V021__quote_plan.sql";
    private static final String KEY = "public half\nprivate half\n";

    private static Path folder;
    private static Path data;
    private static Path whole;

    private final CommandRun commands = new CommandRun();
    private Path target;

    /** A stopped service whose program did not have the latest migration yet, and a backup of it. */
    @BeforeAll
    static void makeAService() throws IOException {
        folder = Files.createTempDirectory("panbao-operator-");
        data = folder.resolve("data");
        whole = folder.resolve("whole.zip");
        try (DataDirectory directory = DataDirectory.open(data);
                NewDatabase database = NewDatabase.in(directory)) {
            directory.writeSecret("rate-basis-ed25519.key", KEY);
            directory.writeSecret("keys/oauth-signing.json", "{}");
            Files.writeString(directory.resolve("notes.txt"), "not of the service");
            flyway(database.access()).target("21").load().migrate();
            JdbcClient jdbc = superuser(database.superuser());
            jdbc.sql("insert into organisation values (?, 'an-enterprise', 'ENTERPRISE', ?, now())")
                    .params(ENTERPRISE, AWKWARD)
                    .update();
            jdbc.sql("insert into content values (?, ?, 'application/octet-stream', now())")
                    .params(Sha256.of(EVERY_BYTE), EVERY_BYTE)
                    .update();
        }
        CommandRun.Ended ended =
                new CommandRun().run("backup", whole.toString(), "--data-dir", data.toString(), "--lang", "en");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Backed up to " + whole, "2 files of keys");
    }

    @AfterAll
    static void removeEverything() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @BeforeEach
    void freeTarget() throws IOException {
        target = folder.resolve("target");
        FileSystemUtils.deleteRecursively(target);
    }

    @Test
    void aStoppedServiceIsLeftStopped() throws IOException {
        assertThat(PanbaoProcess.postgresOn(data.toRealPath().resolve("postgres/18")))
                .isZero();
        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void anOlderSchemaIsRestoredAsItWasAndGoesOnFromThere() throws IOException {
        assertThat(restore(whole).code()).isZero();

        assertThat(target.resolve("rate-basis-ed25519.key")).hasContent(KEY);
        assertThat(target.resolve("keys/oauth-signing.json")).hasContent("{}");
        assertThat(target.resolve("notes.txt")).doesNotExist();
        try (DataDirectory directory = DataDirectory.open(target);
                NewDatabase database = NewDatabase.in(directory)) {
            JdbcClient jdbc = superuser(database.superuser());
            assertThat(jdbc.sql("select name from organisation where id = ?")
                            .param(ENTERPRISE)
                            .query(String.class)
                            .single())
                    .isEqualTo(AWKWARD);
            assertThat(jdbc.sql("select bytes from content").query(byte[].class).single())
                    .isEqualTo(EVERY_BYTE);
            assertThat(jdbc.sql("select count(*) from organisation where kind = 'OPERATOR'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select script from flyway_schema_history order by version desc limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo(LAST_BEFORE);
            assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
            assertThat(flyway(database.access()).load().migrate().migrationsExecuted)
                    .isPositive(); // as the next start does
        }
    }

    @Test
    void anEmptyFolderOfTheOperatorsOwnIsTakenAsItIs() throws IOException {
        Files.createDirectory(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        assertThat(restore(whole).code()).isZero();
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        try (Stream<Path> entries = Files.list(target)) {
            assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
                    .containsExactlyInAnyOrder("keys", "panbao.lock", "postgres", "rate-basis-ed25519.key");
        }
    }

    @Test
    void aFolderWithAnythingInItIsRefused() throws IOException {
        Files.createDirectory(target);
        Path there = Files.writeString(target.resolve("letter.txt"), "mine");

        CommandRun.Ended ended = restore(whole);

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("is not empty (there is letter.txt in it)");
        assertThat(there).hasContent("mine");
        assertThat(target).isDirectoryNotContaining(path -> !path.equals(there));
    }

    @Test
    void aDamagedBackupLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);

        CommandRun.Ended ended = restore(damaged);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("The backup is damaged at ");
        assertNothingIsLeft();
    }

    @Test
    void aRestorationThatIsToldToEndLeavesNothing() throws IOException {
        PanbaoJar.Ended ended = jar().run(
                        process -> {
                            awaitUnfinished(process);
                            process.destroy(); // SIGTERM
                        },
                        "restore",
                        whole.toString(),
                        "--data-dir",
                        target.toString(),
                        "--lang",
                        "en");

        assertThat(ended.code()).isEqualTo(143);
        assertThat(ended.err()).contains("Given up as asked");
        assertNothingIsLeft();
        assertThat(PanbaoProcess.postgresOn(folder.resolve("target.unfinished-restore-")))
                .isZero();
    }

    /** Waits until the restoration has begun to write. */
    private static void awaitUnfinished(Process process) {
        while (process.isAlive() && unfinished().isEmpty()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static List<Path> unfinished() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().contains("unfinished")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileIsNotOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(whole);

        CommandRun.Ended ended = commands.run("backup", whole.toString(), "--data-dir", data.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("不会覆盖");
        assertThat(whole).hasBinaryContent(before);
    }

    @Test
    void aFolderThatHoldsNoServiceIsNotMadeOne() throws IOException {
        Path file = folder.resolve("never.zip");
        CommandRun.Ended missing =
                commands.run("backup", file.toString(), "--data-dir", target.toString(), "--lang", "en");
        Files.createDirectory(target);
        CommandRun.Ended empty =
                commands.run("backup", file.toString(), "--data-dir", target.toString(), "--lang", "en");

        assertThat(List.of(missing.code(), empty.code())).containsOnly(3);
        assertThat(missing.err()).contains("There is no data directory " + target);
        assertThat(empty.err()).contains("There is no database in the data directory " + target);
        assertThat(target).isEmptyDirectory();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNewerSchemaAndOneThatNoMigrationMadeAreRefused() throws IOException {
        Path newer = folder.resolve("newer.zip");
        Path foreign = folder.resolve("foreign.zip");
        backUpAfter(
                "insert into flyway_schema_history values (99, '999', 'x', 'SQL', 'V999__x.sql', 1, 'x', now(), 1, true)",
                newer);
        backUpAfter(
                "delete from flyway_schema_history where version = '999'; create table foreign_one (id int)", foreign);
        backUpAfter("drop table foreign_one", folder.resolve("as-before.zip"));

        assertThat(restore(newer)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("newer program", "V999__x.sql");
        });
        assertThat(restore(foreign)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("do not fit its schema");
        });
        assertNothingIsLeft();
    }

    @Test
    void aRoleThatRowSecurityHoldsMakesNoBackup() throws IOException {
        Path file = folder.resolve("external.zip");
        try (DataDirectory directory = DataDirectory.open(data);
                NewDatabase database = NewDatabase.in(directory)) {
            DatabaseAccess access = database.access();
            Map<String, String> owner = Map.of(
                    "SPRING_DATASOURCE_URL", access.url(),
                    "PANBAO_DATASOURCE_OWNER_USERNAME", access.owner().username(),
                    "PANBAO_DATASOURCE_OWNER_PASSWORD", access.owner().password());
            String[] backup = {"backup", file.toString(), "--data-dir", data.toString(), "--lang", "en"};

            PanbaoJar.Ended hidden = jar().with(owner).run(backup);
            assertThat(hidden.code()).as(hidden.err()).isEqualTo(3);
            assertThat(hidden.err()).contains("panbao_owner does not see the rows of every organisation");
            assertThat(file).doesNotExist();

            superuser(database.superuser())
                    .sql("create role panbao_reader login bypassrls password 'for-this-test' in role pg_read_all_data;"
                            + " grant connect on database panbao to panbao_reader")
                    .update();
            PanbaoJar.Ended read = jar().with(Map.of(
                            "SPRING_DATASOURCE_URL", access.url(),
                            "PANBAO_DATASOURCE_READER_USERNAME", "panbao_reader",
                            "PANBAO_DATASOURCE_READER_PASSWORD", "for-this-test"))
                    .run(backup);
            assertThat(read.code()).as(read.err()).isZero();
        }
        assertThat(restore(file).code()).isZero();
    }

    @Test
    void anotherUserMayNotReadTheDataAndAnOrdinaryOneMayRestore() throws Exception {
        PanbaoJar asNobody = asNobody();
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Path copy = Files.copy(whole, theirs.resolve("copy.zip"));
        for (Path path : List.of(theirs, copy)) {
            Files.setAttribute(path, "unix:uid", 65534);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String again = theirs.resolve("again.zip").toString();
        String restored = theirs.resolve("data").toString();

        PanbaoJar.Ended closed = asNobody.run("backup", again, "--data-dir", data.toString(), "--lang", "en");
        assertThat(closed.code()).as(closed.err()).isEqualTo(3);
        assertThat(closed.err()).contains("This user may not read the data directory " + data);
        PanbaoJar.Ended unreadable = asNobody.run("restore", whole.toString(), "--data-dir", restored, "--lang", "en");
        assertThat(unreadable.code()).isEqualTo(3);
        assertThat(unreadable.err()).contains("Cannot read " + whole);
        PanbaoJar.Ended unwritable =
                asNobody.run("restore", copy.toString(), "--data-dir", target.toString(), "--lang", "en");
        assertThat(unwritable.code()).isEqualTo(3);
        assertThat(unwritable.err()).contains("The folder " + target + " cannot be used");

        PanbaoJar.Ended allowed = asNobody.run("restore", copy.toString(), "--data-dir", restored);
        assertThat(allowed.code()).as(allowed.err()).isZero();
        PanbaoJar.Ended backedUp = asNobody.run("backup", again, "--data-dir", restored);
        assertThat(backedUp.code()).as(backedUp.err()).isZero();
        try (Stream<Path> files = Files.list(theirs)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("copy.zip", "data", "again.zip");
        }
    }

    private static PanbaoJar asNobody() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root can become somebody else");
        String[] prefix = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        assumeTrue(
                new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "test", "-r", PanbaoJar.JAR.toString())
                                .start()
                                .waitFor()
                        == 0,
                "the jar is not readable for others");
        return jar().through(prefix);
    }

    private static PanbaoJar jar() {
        return new PanbaoJar(folder);
    }

    private CommandRun.Ended restore(Path file) {
        return commands.run("restore", file.toString(), "--data-dir", target.toString(), "--lang", "en");
    }

    private static void backUpAfter(String change, Path file) {
        try (DataDirectory directory = DataDirectory.open(data);
                NewDatabase database = NewDatabase.in(directory)) {
            superuser(database.superuser()).sql(change).update();
            // the lock is held here, as a running service does
            CommandRun.Ended ended = new CommandRun().run("backup", file.toString(), "--data-dir", data.toString());
            assertThat(ended.code()).as(ended.err()).isZero();
        }
    }

    private void assertNothingIsLeft() {
        assertThat(target).doesNotExist();
        assertThat(unfinished()).isEmpty();
    }

    private static FluentConfiguration flyway(DatabaseAccess access) {
        return Flyway.configure()
                .dataSource(
                        access.url(), access.owner().username(), access.owner().password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .placeholders(Map.of(
                        "app",
                        access.application().username(),
                        "operator_code",
                        "operator",
                        "operator_name",
                        "operator"));
    }

    private static JdbcClient superuser(OperatorAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.login().username(), access.login().password()));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }
        return bytes;
    }
}
