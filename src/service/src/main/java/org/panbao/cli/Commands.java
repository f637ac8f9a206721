package org.panbao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The commands by their names, in the order in which the usage tells them. A name is one word or two. */
final class Commands {

    private static final Map<String, Supplier<Command>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("quote", QuoteCommand::new);
        BY_NAME.put("explain", ExplainCommand::new);
        BY_NAME.put("plan check", PlanCheckCommand::new);
        BY_NAME.put("rulebook check", RulebookCheckCommand::new);
        BY_NAME.put("backup", BackupCommand::new);
        BY_NAME.put("restore", RestoreCommand::new);
        BY_NAME.put("replay", ReplayCommand::new);
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
