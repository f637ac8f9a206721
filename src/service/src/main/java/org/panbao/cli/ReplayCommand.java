package org.panbao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.cli.Options;
import org.panbao.rulebook.RuleCache;
import org.panbao.storage.OperatorDatabase;
import org.panbao.underwriting.RecordReplay;
import org.panbao.underwriting.Replay.Difference;
import org.panbao.underwriting.Replay.Result;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@code replay QUOTE} or {@code replay --all}: decides stored quotes again and says where they differ. */
final class ReplayCommand extends OperatorCommand {

    private static final String ALL = "all";

    @Override
    public List<String> operands() {
        return List.of("QUOTE");
    }

    @Override
    public Optional<String> insteadOfOperands() {
        return Optional.of(ALL);
    }

    @Override
    public Options options() {
        return super.options().addOption(Arguments.flag(ALL));
    }

    @Override
    ExitCode work(Place place, Arguments arguments, Console console) {
        Optional<UUID> one = arguments.has(ALL) ? Optional.empty() : Optional.of(quoteId(arguments.operand(0)));
        try (OperatorDatabase database = OperatorDatabase.open(place.settings(), place.dataDirectory());
                Connection connection = database.access().connect()) {
            connection.setReadOnly(true);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set row_security = off").update(); // a hidden quote is a fault, not one quote less
            RuleCache cache = RuleCache.inFolder(place.dataDirectory().resolve("rule-cache"));
            RecordReplay replay = RecordReplay.in(jdbc, place.dataDirectory(), cache);
            one.ifPresent(quote -> refuseUnlessThere(quote, jdbc));
            return replayAll(one.map(List::of).orElseGet(() -> RecordReplay.quotes(jdbc)), replay, console);
        } catch (SQLException | DataAccessException e) {
            throw new CommandRefused(
                    ExitCode.UNABLE, "database-fails", Map.of("reason", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnlessThere(UUID quote, JdbcClient jdbc) {
        if (!RecordReplay.has(jdbc, quote)) {
            throw new CommandRefused(ExitCode.FAULTS, "quote-unknown", Map.of("quote", quote.toString()));
        }
    }

    private static ExitCode replayAll(List<UUID> quotes, RecordReplay replay, Console console) {
        List<Result> different = new ArrayList<>();
        for (UUID quote : quotes) {
            Result result = replayOne(quote, replay);
            if (!result.identical()) {
                different.add(result);
            }
            if (!console.json()) {
                console.line(line(result, console));
            }
        }
        if (console.json()) {
            console.document(Map.of("replayed", quotes.size(), "different", different));
        } else {
            console.line(console.words(
                    "replay.sum",
                    Map.of(
                            "quotes", Integer.toString(quotes.size()),
                            "different", Integer.toString(different.size()))));
        }
        return different.isEmpty() ? ExitCode.OK : ExitCode.FAULTS;
    }

    /** A quote that cannot be decided again, because its record or release is missing or unreadable, differs too. */
    private static Result replayOne(UUID quote, RecordReplay replay) {
        try {
            return replay.replay(quote);
        } catch (DataAccessException e) {
            throw e; // the database itself fails
        } catch (RuntimeException e) {
            return new Result(quote, false, List.of(new Difference("", null, e.toString())));
        }
    }

    private static String line(Result result, Console console) {
        if (result.identical()) {
            return result.quoteId() + "  " + console.words("replay.identical");
        }
        Difference first = result.differences().get(0);
        return result.quoteId() + "  "
                + console.words(
                        "replay.different",
                        Map.of(
                                "place", first.pointer(),
                                "stored", String.valueOf(first.stored()),
                                "replayed", String.valueOf(first.replayed()),
                                "count", Integer.toString(result.differences().size())));
    }

    private static UUID quoteId(String operand) {
        try {
            return UUID.fromString(operand);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(ExitCode.USAGE, "not-a-quote-id", Map.of("operand", operand));
        }
    }
}
