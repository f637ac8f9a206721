package org.panbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.cli.Options;
import org.panbao.access.Caller;
import org.panbao.access.Role;
import org.panbao.api.StrictBodies;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.PlanReader;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.UnkeptQuotes;
import org.panbao.underwriting.UnkeptQuotes.Unkept;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.request.QuoteRequestBody;
import org.panbao.underwriting.request.QuoteRequestReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prices a plan without a server and keeps nothing. The answer is the one of {@code POST /api/v1/quotes}. */
final class QuoteCommand implements Command {

    private static final String PRODUCT = "product";
    private static final String INSURER = "insurer";
    private static final String RATE_BASIS = "rate-basis";

    /** Options that stand for a member of the request. */
    private static final Map<String, String> MEMBERS =
            Map.of("rating-date", "ratingDate", "inception", "inception", "term", "term");

    private static final List<String> DATES = List.of("rating-date", "inception");

    private static final String ACTOR = "command-line";
    private static final UUID NO_ORGANISATION = new UUID(0, 0);

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        Options options = new Options()
                .addOption(Arguments.valued(PRODUCT, "ID"))
                .addOption(Arguments.valued("rating-date", "DATE"))
                .addOption(Arguments.valued("inception", "DATE"))
                .addOption(Arguments.valued("term", "P12M"))
                .addOption(Arguments.valued(INSURER, "CODE"))
                .addOption(Arguments.valued(RATE_BASIS, "FILE"));
        return RulesOptions.withCache(RulesOptions.withRules(options));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        RulesOptions rules = new RulesOptions(arguments, console);
        ReleaseFiles files = rules.files();
        // most of the time goes into loading classes: rules on one processor, request and plan on another
        CompletableFuture<Rulebook> loading = CompletableFuture.supplyAsync(() -> rules.load(files));
        QuoteRequestBody body = body(arguments);
        PlanReader plans = new PlanReader(files, () -> LocalDate.now(console.clock()));
        Rulebook rulebook = join(loading);
        Caller caller = new Caller(
                NO_ORGANISATION,
                arguments.find(INSURER).orElseGet(() -> filer(body.productId(), rulebook)),
                Role.INSURER,
                ACTOR);
        Unkept quote =
                new UnkeptQuotes(rulebook, plans, console.clock()).quote(QuoteRequestReader.read(body, caller), caller);
        arguments.find(RATE_BASIS).ifPresent(file -> write(file, quote.rateBasis(), console));
        if (console.json()) {
            console.document(quote.answer());
        } else {
            tell(quote.body(), console);
        }
        return ExitCode.OK;
    }

    private static Rulebook join(CompletableFuture<Rulebook> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void tell(QuoteBody quote, Console console) {
        QuoteText text = new QuoteText(console);
        text.decision(quote);
        text.score(quote.score(), false);
        text.premium(quote.premium());
        text.schedule(quote.insureds());
    }

    /** The request: the file itself, or the plan in it with the product named beside it. */
    private static QuoteRequestBody body(Arguments arguments) {
        StrictBodies bodies = new StrictBodies();
        JsonNode document = bodies.read(InputFile.read(arguments.operand(0)));
        ObjectNode request = arguments
                .find(PRODUCT)
                .map(product -> JsonMapper.shared()
                        .createObjectNode()
                        .put("productId", product)
                        .set("plan", document))
                .map(ObjectNode.class::cast)
                .orElseGet(() -> wholeRequest(document));
        DATES.forEach(option -> arguments.find(option).ifPresent(value -> requireDate(option, value)));
        MEMBERS.forEach((option, member) -> arguments.find(option).ifPresent(value -> request.put(member, value)));
        return bodies.as(QuoteRequestBody.class, request);
    }

    private static void requireDate(String option, String value) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw ofRequest(
                    "/" + MEMBERS.get(option), "date-unreadable", Map.of("option", "--" + option, "value", value));
        }
    }

    private static ObjectNode wholeRequest(JsonNode document) {
        if (document instanceof ObjectNode request && request.hasNonNull("productId")) {
            if (request.has("planId")) {
                throw ofRequest("/planId", "plan-id-needs-service", Map.of());
            }
            return request;
        }
        throw new CommandRefused(ExitCode.USAGE, "product-not-named", Map.of());
    }

    /** The insurer who filed the product; the first, where there are several. */
    private static String filer(String productId, Rulebook rulebook) {
        Product product = rulebook.products().find(productId);
        if (product == null) {
            String known = String.join(
                    ", ",
                    rulebook.products().products().stream().map(Product::id).toList());
            throw ofRequest("/productId", "product-unknown", Map.of("product", productId, "products", known));
        }
        return product.filings().get(0).insurer();
    }

    /** A member of the request that cannot be used here, told as the HTTP interface tells its own. */
    private static Problem ofRequest(String pointer, String code, Map<String, String> values) {
        Finding finding = new Finding(Severity.ERROR, pointer, code, Console.text("refused." + code, values));
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(), List.of(finding));
    }

    private static void write(String file, String rateBasis, Console console) {
        try {
            Files.writeString(Path.of(file), rateBasis);
            console.remark(console.words("rate-basis.written", Map.of("file", file)));
        } catch (IOException e) {
            throw new CommandRefused(ExitCode.UNABLE, "file-unwritable", Map.of("file", file));
        }
    }
}
