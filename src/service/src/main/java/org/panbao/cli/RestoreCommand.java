package org.panbao.cli;

import java.nio.file.Path;
import java.util.List;
import org.panbao.backup.Manifest;
import org.panbao.backup.Restoration;

/** {@code restore FILE}: an empty folder becomes the data directory that was backed up. */
final class RestoreCommand extends OperatorCommand {

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    ExitCode work(Place place, Arguments arguments, Console console) {
        Path folder = place.dataDirectory();
        Manifest restored = new Restoration(Path.of(arguments.operand(0)), folder, place.givenUp()).run();
        new ManifestReport(restored, console).tell("restore.done", folder);
        return ExitCode.OK;
    }
}
