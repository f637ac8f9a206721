package org.panbao.architecture.offender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: reads a file outside the rulebook. */
public class ReadsAFile {
    public String read(Path path) throws IOException {
        return Files.readString(path);
    }
}
