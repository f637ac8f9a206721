package org.panbao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;
import org.panbao.api.StrictBodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says why a quote is as it is: one that a running service keeps, or one in a file. */
final class ExplainCommand implements Command {

    private static final String URL = "url";
    private static final String CREDENTIALS = "credentials";
    private static final String QUOTE = "quote";
    private static final String RATE_BASIS = "rateBasis";
    private static final String RECORD = "record";

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public List<String> operands() {
        return List.of("QUOTE");
    }

    @Override
    public Options options() {
        return new Options().addOption(Arguments.valued(URL, "URL")).addOption(Arguments.valued(CREDENTIALS, "FILE"));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        String quote = arguments.operand(0);
        ObjectNode known = ID.matcher(quote).matches() && !Files.exists(Path.of(quote))
                ? ofService(quote, arguments)
                : ofFile(quote);
        if (console.json()) {
            console.document(known);
            return ExitCode.OK;
        }
        Explanation explanation = new Explanation(console);
        if (known.has(QUOTE)) {
            explanation.ofAnswer(known.path(QUOTE));
        }
        JsonNode record = known.path(RATE_BASIS).path(RECORD);
        if (known.has(QUOTE) && record.isObject()) {
            explanation.steps(record);
        } else if (record.isObject()) {
            explanation.ofRecord(record);
        } else {
            console.remark(console.words("explain.no-steps"));
        }
        return ExitCode.OK;
    }

    private static ObjectNode ofService(String quoteId, Arguments arguments) {
        ServiceClient service = new ServiceClient(
                arguments.find(URL).orElse(ServiceClient.USUAL_URL),
                arguments.find(CREDENTIALS).orElse(ServiceClient.USUAL_CREDENTIALS));
        ObjectNode known = JsonMapper.shared().createObjectNode();
        known.set(QUOTE, service.get("/api/v1/quotes/" + quoteId));
        known.set(RATE_BASIS, service.get("/api/v1/quotes/" + quoteId + "/rate-basis"));
        return known;
    }

    private static ObjectNode ofFile(String file) {
        JsonNode document = new StrictBodies().read(InputFile.read(file));
        ObjectNode known = JsonMapper.shared().createObjectNode();
        if (document.path(RECORD).isObject()) {
            return known.set(RATE_BASIS, document).asObject();
        }
        if (document.has("decision") && document.has("score")) {
            return known.set(QUOTE, document).asObject();
        }
        throw new CommandRefused(ExitCode.FAULTS, "no-quote-in-file", Map.of("file", file));
    }
}
