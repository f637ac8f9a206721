package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.support.Answer;
import org.panbao.support.PanbaoServer;
import org.panbao.support.RawRequest;

/** Requests of {@code api/malformed-requests.txt} that are hardly HTTP: each is answered by a problem all the same. */
class MalformedRequestsIT {

    private static final Pattern MARK = Pattern.compile("\\{(ok|json|NUL|long|headers)(?: (\\d+))?}");
    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final Messages messages = Messages.of(ProblemTexts.class, "problems");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/api/malformed-requests.txt",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 1_000)
    void isAnsweredByAProblemInBothLanguages(String name, String request, int status, String code) {
        Answer answer = RawRequest.send(SERVER.base(), filled(request) + "\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/" + code);
        Text title = messages.text(code + ".title");
        assertThat(answer.json().at("/titles/zh").asString()).isEqualTo(title.zh());
        assertThat(answer.json().at("/titles/en").asString()).isEqualTo(title.en());
        assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @Test
    void aFormOfAPageThatCannotBeReadIsAnsweredByAPage() {
        String form = "POST /login HTTP/1.1~Host: localhost~Connection: close~"
                + "Content-Type: application/x-www-form-urlencoded~Content-Length: 11~~username=%z";
        Answer answer = RawRequest.send(SERVER.base(), filled(form));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body()).contains("<h1>", "malformed-request");
    }

    @Test
    void isAnsweredInTheLanguageThatWasAskedFor() {
        Answer answer = RawRequest.send(
                SERVER.base(), filled("GET /api/v1/%00 HTTP/1.1~{ok}~Accept-Language: en") + "\r\n\r\n");

        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.json().get("title").asString()).isEqualTo("Malformed request");
        assertThat(answer.json().get("instance").asString()).isEqualTo("/api/v1/%00");
    }

    @Test
    void namesThePathThatWasAskedForNotTheErrorPage() {
        Answer answer = RawRequest.send(SERVER.base(), filled("TRACE /api/v1/quotes HTTP/1.1~{ok}") + "\r\n\r\n");

        assertThat(answer.json().get("instance").asString()).isEqualTo("/api/v1/quotes");
    }

    private static String filled(String request) {
        String lines = request.replace("~", "\r\n");
        return MARK.matcher(lines).replaceAll(mark -> Matcher.quoteReplacement(value(mark.group(1), mark.group(2))));
    }

    private static String value(String mark, String count) {
        String token = SERVER.asRole("insurer").token();
        String ok = "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token;
        return switch (mark) {
            case "ok" -> ok;
            case "json" -> ok + "\r\nContent-Type: application/json";
            case "NUL" -> "\0";
            case "long" -> "x".repeat(Integer.parseInt(count));
            default ->
                IntStream.range(0, Integer.parseInt(count))
                        .mapToObj(i -> "\r\nX-" + i + ": a")
                        .collect(Collectors.joining());
        };
    }
}
