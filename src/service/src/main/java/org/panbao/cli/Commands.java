package org.panbao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The commands by their names, in the order in which the usage tells them. A name is one word or two. */
final class Commands {

    private static final Map<String, Supplier<Command>> BY_NAME = new LinkedHashMap<>();

    // not written as X::new, which would load the classes of all commands, and what these need, for one
    static {
        BY_NAME.put("quote", () -> new QuoteCommand());
        BY_NAME.put("explain", () -> new ExplainCommand());
        BY_NAME.put("plan check", () -> new PlanCheckCommand());
        BY_NAME.put("rulebook check", () -> new RulebookCheckCommand());
        BY_NAME.put("backup", () -> new BackupCommand());
        BY_NAME.put("restore", () -> new RestoreCommand());
        BY_NAME.put("replay", () -> new ReplayCommand());
    }

    private Commands() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** A new command of this name, if there is one. */
    static Optional<Command> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Supplier::get);
    }
}
