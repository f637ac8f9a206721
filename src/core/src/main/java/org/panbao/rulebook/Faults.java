package org.panbao.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a part of a release, so that its author mends them in one go. */
public final class Faults {

    private static final Pattern COUNT = Pattern.compile(": \\d+ fault\\(s\\)$");

    private final List<String> messages = new ArrayList<>();

    /** A fault at a line of a file. */
    public void add(String path, int line, String reason) {
        messages.add(path + ":" + line + ": " + reason);
    }

    /** Runs a piece of reading; a fault is kept and null returned. */
    public <T> @Nullable T collect(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RulebookException e) {
            messages.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The same of reading that gives nothing. */
    public void run(Runnable reading) {
        collect(() -> {
            reading.run();
            return true;
        });
    }

    /** Reads a table row by row, so that a fault of one row does not hide those of the next. */
    public void rows(CsvTable table, Consumer<CsvTable.Row> reading) {
        table.rows().forEach(row -> run(() -> reading.accept(row)));
    }

    int count() {
        return messages.size();
    }

    /** Every fault, each once, on a line of its own; lines that only count the faults of a part are left out. */
    List<String> lines() {
        return messages.stream()
                .flatMap(String::lines)
                .filter(line -> !COUNT.matcher(line).find())
                .distinct()
                .toList();
    }

    /** Throws one exception that names all faults, each with file and line. */
    public void throwIfAny(String path) {
        if (messages.size() == 1) {
            throw new RulebookException(messages.get(0));
        }
        if (!messages.isEmpty()) {
            throw new RulebookException(path, messages.size() + " fault(s)\n" + String.join("\n", messages));
        }
    }
}
