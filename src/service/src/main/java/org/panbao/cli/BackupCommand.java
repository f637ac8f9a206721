package org.panbao.cli;

import java.nio.file.Path;
import java.util.List;
import org.panbao.backup.Backup;
import org.panbao.backup.Manifest;
import org.panbao.storage.OperatorDatabase;
import org.panbao.underwriting.EngineBuild;

/** {@code backup FILE}: the database, in use or not, and the keys beside it as one file. */
final class BackupCommand extends OperatorCommand {

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    ExitCode work(Place place, Arguments arguments, Console console) {
        Path file = Path.of(arguments.operand(0));
        try (OperatorDatabase database = OperatorDatabase.open(place.settings(), place.dataDirectory())) {
            Manifest made = new Backup(database.access(), place.dataDirectory(), EngineBuild.version(), place.givenUp())
                    .writeTo(file);
            new ManifestReport(made, console).tell("backup.done", file);
            return ExitCode.OK;
        }
    }
}
