package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.intake.imports.CsvPlans;
import org.panbao.jobs.JobWatch;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service answers is what the description says: every call with a success, and its refusals. */
class DescribedAnswersIT {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data/plans");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SOME_ID = "/0195c5a2-7d1e-4c3b-9a44-6f2f8f1f4a10";

    private final PanbaoServer server = PanbaoServer.shared();
    private final DescribedApi described = new DescribedApi(server);
    private final ApiClient insurer = server.asRole("insurer");
    private final ApiClient enterprise = server.asRole("enterprise");
    private final ApiClient admin = server.asRole("admin");

    @TempDir
    private Path folder;

    private final Set<String> succeeded = new TreeSet<>();
    private final Map<String, String> faults = new TreeMap<>();

    @Test
    void everyCallAnswersAsDescribed() {
        schemas();
        plansAndGrants();
        importsAndJobs();
        quotes();
        products();
        organisationsAndClients();
        audit();

        assertThat(faults).isEmpty();
        assertThat(succeeded).containsExactlyElementsOf(described.calls().keySet());
    }

    @Test
    void refusalsAreAsDescribed() {
        String plans = "/api/v1/plans";
        String plan = enterprise
                .post(plans, example("POST /api/v1/plans", "short form"))
                .header("Location");
        refused("GET /api/v1/quotes", 401, server.anonymous().get("/api/v1/quotes"));
        refused("GET /api/v1/quotes", 403, server.asRole("vendor").get("/api/v1/quotes"));
        refused("GET /api/v1/plans/{planId}", 404, enterprise.get(plans + SOME_ID));
        refused("GET /api/v1/plans", 405, enterprise.send("PATCH", plans, BodyPublishers.noBody()));
        refused("GET /api/v1/plans", 406, enterprise.get(plans, "Accept", "text/html"));
        refused("POST /api/v1/plans", 400, enterprise.post(plans, "{"));
        refused("POST /api/v1/plans", 413, enterprise.post(plans, "\"" + "x".repeat(3_000_000) + "\""));
        refused(
                "POST /api/v1/plans",
                415,
                enterprise.send("POST", plans, BodyPublishers.ofString("x"), "Content-Type", "text/plain"));
        refused("POST /api/v1/plans", 422, enterprise.post(plans, "{}"));
        refused("GET /api/v1/plans", 422, enterprise.get(plans + "?limit=0"));
        refused("PUT /api/v1/plans/{planId}", 412, enterprise.put(plan, "{}", "If-Match", "\"9\""));
        refused("PUT /api/v1/plans/{planId}", 428, enterprise.put(plan, "{}"));
        refused("POST /api/v1/quotes/{quoteId}/referral", 409, decidedTwice());

        assertThat(faults).isEmpty();
    }

    /** Each required member is taken out of the example in turn. */
    @Test
    void whatARequestIsSaidToRequireIsDemanded() {
        int demanded = 0;
        for (Map.Entry<String, JsonNode> call : described.calls().entrySet()) {
            JsonNode content = call.getValue().at("/requestBody/content/application~1json");
            for (String required : described.required(content)) {
                Answer answer = without(required, call.getKey(), call.getValue());
                String pointer = answer.json().at("/findings/0/pointer").asString("");
                if (answer.status() != 422 || !pointer.equals("/" + required)) {
                    fault(call.getKey() + " without " + required, answer, "not demanded");
                }
                demanded++;
            }
        }

        assertThat(faults).isEmpty();
        assertThat(demanded).isGreaterThanOrEqualTo(13);
    }

    private Answer without(String member, String name, JsonNode call) {
        ObjectNode body = (ObjectNode) call.at("/requestBody/content/application~1json/examples")
                .iterator()
                .next()
                .get("value")
                .deepCopy();
        body.remove(member);
        String path = name.substring("POST ".length()).replaceAll("/\\{\\w+}", SOME_ID);
        return firstRole(call).post(path, body);
    }

    private ApiClient firstRole(JsonNode call) {
        return server.asRole(call.get("description").asString().replaceAll("(?s).*Roles: ([a-z-]+).*", "$1"));
    }

    /** Else the tests above would prove nothing. */
    @Test
    void aBodyThatIsNotAsDescribedIsNoticed() {
        JsonNode content = described
                .answer("GET /api/v1/organisations/{organisationId}", "200")
                .at("/content/application~1json");
        String good = content.at("/examples/an insurer/value").toString();

        assertThat(described.faults(content, MAPPER.readTree(good))).isEmpty();
        assertThat(described.faults(content, MAPPER.readTree(good.replace("\"East Insurance\"", "null"))))
                .isNotEmpty();
        assertThat(described.faults(content, MAPPER.readTree(good.replace("\"code\"", "\"kode\""))))
                .hasSize(2);
        assertThat(described.faults(content, MAPPER.readTree(good.replace("0195c5a2-", "x"))))
                .isNotEmpty();
    }

    private Answer decidedTwice() {
        String quote = insurer.post(
                        "/api/v1/quotes", Map.of("plan", plan("machine-tool-maker"), "productId", "sample-a"))
                .header("Location");
        return server.asRole("underwriter-senior")
                .post(quote + "/referral", example("POST /api/v1/quotes/{quoteId}/referral", "approve"));
    }

    private void schemas() {
        for (String path : new String[] {"", "/plan-1.schema.json", "/rate-basis-1.schema.json"}) {
            made("GET /schemas" + path, server.anonymous().get("/schemas" + path));
        }
    }

    private void plansAndGrants() {
        JsonNode plan = example("POST /api/v1/plans", "short form");
        made("POST /api/v1/plans", enterprise.post("/api/v1/plans?dryRun=true", plan));
        String path = made("POST /api/v1/plans", enterprise.post("/api/v1/plans", plan))
                .header("Location");
        made("GET /api/v1/plans", enterprise.get("/api/v1/plans?limit=1"));
        made("GET /api/v1/plans/{planId}", enterprise.get(path));
        made("GET /api/v1/plans/{planId}/answers", enterprise.get(path + "/answers"));
        made("GET /api/v1/plans/import/template", enterprise.get("/api/v1/plans/import/template"));
        made("GET /api/v1/plans/export", enterprise.get("/api/v1/plans/export?lang=en"));
        made("GET /api/v1/plans/{planId}/export", enterprise.get(path + "/export"));
        made("PUT /api/v1/plans/{planId}", enterprise.put(path, plan("hospital"), "If-Match", "\"9\", \"1\""));
        made("GET /api/v1/plans/{planId}/revisions", enterprise.get(path + "/revisions"));

        String grants = "/api/v1/plans/{planId}/grants";
        String id = made("POST " + grants, enterprise.post(path + "/grants", grant("demo-insurer-1", "QUOTE")))
                .json()
                .get("id")
                .asString();
        String assessment = enterprise
                .post(path + "/grants", grant("demo-vendor-1", "ASSESS"))
                .json()
                .get("id")
                .asString();
        made("GET /api/v1/plans/{planId}", server.as("demo-vendor-1", "vendor").get(path));
        enterprise.delete(path + "/grants/" + assessment);
        made("DELETE " + grants + "/{grantId}", enterprise.delete(path + "/grants/" + id));
        made("GET " + grants, enterprise.get(path + "/grants"));
        made("DELETE /api/v1/plans/{planId}/personal-data", enterprise.delete(path + "/personal-data"));
    }

    private void importsAndJobs() {
        String calls = "POST /api/v1/plans/import";
        made(calls, upload("?dryRun=true"));
        made(calls, upload(""));
        String job = made(calls, upload("?async=true")).header("Location");
        String one = "/api/v1/jobs/{jobId}";
        made("GET /api/v1/jobs", enterprise.get("/api/v1/jobs?limit=1"));
        made("GET " + one, enterprise.get(job));
        JobWatch.await(enterprise, job, seen -> seen.get("state").asString().equals("DONE"));
        made("GET " + one, enterprise.get(job));
        made("GET " + one + "/items", enterprise.get(job + "/items"));
        made("GET " + one + "/errors.csv", enterprise.get(job + "/errors.csv"));
        made("DELETE " + one, enterprise.delete(job));
    }

    private Answer upload(String query) {
        try {
            Path zip = CsvPlans.zipOf(List.of(plan("dental-clinic")), folder);
            return enterprise.upload("/api/v1/plans/import" + query, "plans.zip", BodyPublishers.ofFile(zip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> grant(String organisation, String purpose) {
        return Map.of(
                "granteeOrganisationId",
                server.organisationId(organisation),
                "purpose",
                purpose,
                "validTo",
                "2027-06-30");
    }

    private void quotes() {
        String quotes = "/api/v1/quotes";
        for (JsonNode plan : plans()) {
            String product = plan.get("form").asString().equals("SHORT") ? "sample-d" : "sample-a";
            made("POST " + quotes, insurer.post(quotes, Map.of("plan", plan, "productId", product)));
        }
        made("POST " + quotes, insurer.post(quotes, example("POST " + quotes, "inline plan")));
        String path = made(
                        "POST " + quotes,
                        insurer.post(quotes, Map.of("plan", plan("hospital"), "productId", "sample-a")))
                .header("Location");
        String one = quotes + "/{quoteId}";
        made("GET " + quotes, insurer.get(quotes));
        made("GET " + one, insurer.get(path));
        made("GET " + one + "/rate-basis", insurer.get(path + "/rate-basis"));
        made("GET " + one + "/document.docx", insurer.get(path + "/document.docx"));
        made("GET /api/v1/rate-basis-keys", insurer.get("/api/v1/rate-basis-keys"));
        made("POST " + one + "/replay", insurer.post(path + "/replay", ""));
        made("GET " + one + "/why-not/{ruleId}", insurer.get(path + "/why-not/COV-EXC-003"));
        made(
                "POST " + one + "/referral",
                server.asRole("underwriter-senior")
                        .post(path + "/referral", example("POST " + one + "/referral", "approve"), "If-Match", "*"));
    }

    /** The examples of a premium are accepted as they are written, by the product that each is named after. */
    private void products() {
        JsonNode list =
                made("GET /api/v1/products", insurer.get("/api/v1/products")).json();
        String premium = "POST /api/v1/products/{productId}/premium";
        for (JsonNode product : list.get("items")) {
            String id = product.get("productId").asString();
            String path = "/api/v1/products/" + id;
            made("GET /api/v1/products/{productId}", insurer.get(path));
            made(premium, insurer.post(path + "/premium", example(premium, id)));
        }
    }

    private void organisationsAndClients() {
        String code = "described-" + UUID.randomUUID();
        String organisations = "/api/v1/organisations";
        Answer organisation = made(
                "POST " + organisations,
                admin.post(organisations, Map.of("code", code, "kind", "INSURER", "name", "Described")));
        made("GET " + organisations, insurer.get(organisations));
        made("GET " + organisations + "/{organisationId}", insurer.get(organisation.header("Location")));

        String clients = "/api/v1/clients";
        Map<String, String> client =
                Map.of("organisationId", organisation.json().get("id").asString(), "role", "insurer", "clientId", code);
        String id = made("POST " + clients, admin.post(clients, client))
                .json()
                .get("id")
                .asString();
        made("GET " + clients, admin.get(clients + "?limit=1"));
        made("DELETE " + clients + "/{id}", admin.delete(clients + "/" + id));
        users(organisation.json().get("id").asString(), code);
    }

    private void users(String organisation, String name) {
        String users = "/api/v1/users";
        Map<String, String> wanted = Map.of("organisationId", organisation, "role", "insurer", "username", name);
        String id = made("POST " + users, admin.post(users, wanted))
                .json()
                .get("id")
                .asString();
        made("GET " + users, admin.get(users + "?limit=1"));
        made("POST " + users + "/{id}/password", admin.post(users + "/" + id + "/password", ""));
        made("DELETE " + users + "/{id}", admin.delete(users + "/" + id));
    }

    private void audit() {
        made("GET /api/v1/audit", insurer.get("/api/v1/audit"));
        made("GET /api/v1/audit/verification", insurer.get("/api/v1/audit/verification"));
    }

    private Answer made(String call, Answer answer) {
        if (answer.status() / 100 == 2) {
            succeeded.add(call);
        } else {
            fault(call, answer, "no success");
        }
        check(call, answer);
        return answer;
    }

    private void refused(String call, int status, Answer answer) {
        if (answer.status() != status || !type(answer).equals(DescribedApi.PROBLEM)) {
            fault(call, answer, "not a problem with " + status);
        }
        check(call, answer);
    }

    private void check(String call, Answer answer) {
        JsonNode says = described.answer(call, Integer.toString(answer.status()));
        if (says.isMissingNode()) {
            fault(call, answer, "status not described");
        }
        for (String header : new String[] {"ETag", "Location", "Allow", "WWW-Authenticate", "Content-Language"}) {
            if (says.path("headers").has(header) != !answer.header(header).isEmpty()) {
                fault(call, answer, "header " + header);
            }
        }
        if (answer.body().isEmpty()) {
            return;
        }
        JsonNode content = says.path("content").path(type(answer));
        JsonNode body = type(answer).endsWith("json") ? answer.json() : MAPPER.valueToTree(answer.body());
        if (content.isMissingNode()) {
            fault(call, answer, "content type " + type(answer));
        } else if (!DescribedApi.BINARY.contains(type(answer))
                && !described.faults(content, body).isEmpty()) {
            fault(call, answer, described.faults(content, body).toString());
        }
    }

    private void fault(String call, Answer answer, String fault) {
        String body = answer.body();
        faults.merge(
                call + " " + answer.status(),
                fault + (answer.status() < 400 ? "" : " " + body),
                (one, other) -> one + "; " + other);
    }

    private static String type(Answer answer) {
        return answer.header("Content-Type").replaceAll(";.*", "");
    }

    private JsonNode example(String call, String name) {
        JsonNode example = described
                .calls()
                .get(call)
                .at("/requestBody/content/application~1json/examples")
                .path(name)
                .path("value");
        assertThat(example.isMissingNode()).as(call + " " + name).isFalse();
        return example;
    }

    private static List<JsonNode> plans() {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(MAPPER::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode plan(String name) {
        return MAPPER.readTree(PLANS.resolve(name + ".json"));
    }
}
