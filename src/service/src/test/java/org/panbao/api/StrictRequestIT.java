package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that could be understood in two ways, or are too large, are refused with the place and the reason. */
class StrictRequestIT {

    private static final String PATH = "/api/v1/organisations";

    private final ApiClient admin = PanbaoServer.shared().asRole("admin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"code":"a","code":"b"}                                    | malformed-json  | duplicate-key
            {"code":                                                   | malformed-json  | syntax
            {"code":"a1","kind":"VENDOR","name":"x"} {}                | malformed-json  | text-after-end
            {"code":"a1","kind":"VENDOR","name":"x",}                  | malformed-json  | syntax
            ^ ^                                                        | malformed-json  | empty
            """)
    void refusesTextThatIsNotJson(String body, String code, String reason) {
        Answer answer = admin.post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("reason").asString()).isEqualTo(reason);
        assertThat(answer.json().get("line").asString()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"code":"a1","kind":"VENDOR","name":"x","extra":1}         | /extra | unknown-field
            {"code":"a1","kind":"KING","name":"x"}                     | /kind  | wrong-type
            {"code":"a1","kind":0,"name":"x"}                          | /kind  | wrong-type
            {"code":5,"kind":"VENDOR","name":"x"}                      | /code  | wrong-type
            {"code":["a1"],"kind":"VENDOR","name":"x"}                 | /code  | wrong-type
            {"kind":"VENDOR","name":"x"}                               | /code  | missing-field
            {"code":null,"kind":"VENDOR","name":"x"}                   | /code  | missing-field
            """)
    void namesTheFieldThatDoesNotFit(String body, String pointer, String code) {
        Answer answer = admin.post(PATH, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("findings").get(0).get("pointer").asString())
                .isEqualTo(pointer);
        assertThat(answer.json().get("findings").get(0).get("code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("org.panbao");
    }

    @Test
    void readsNoDeepNesting() {
        JsonMapper mapper = PanbaoServer.shared().bean(JsonMapper.class);

        assertThatThrownBy(() -> mapper.readTree("[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void refusesALongString() {
        Answer answer = admin.post(PATH, "{\"name\":\"" + "x".repeat(300_000) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("reason").asString()).isEqualTo("too-long");
    }

    @Test
    void refusesABodyOfTenMegabytesByItsLength() {
        Answer answer = admin.post(PATH, "{\"name\":\"" + "x".repeat(10_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("limitBytes").asString()).isEqualTo("2097152");
    }

    @Test
    void refusesABodyThatDoesNotSayHowLongItIs() {
        byte[] spaces = new byte[3_000_000];
        Arrays.fill(spaces, (byte) ' ');
        Answer plain = send(chunked(spaces), "application/json");
        Answer withKey = admin.send(
                "POST", PATH, chunked(spaces), "Content-Type", "application/json", "Idempotency-Key", "too-large-1");

        assertThat(plain.status()).isEqualTo(413);
        assertThat(withKey.status()).isEqualTo(413);
    }

    @Test
    void readsUtf8Only() {
        byte[] utf16 = "{\"code\":\"a1\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] gbk = {'{', '"', 'n', '"', ':', '"', (byte) 0xB4, (byte) 0xC5, '"', '}'};

        assertThat(send(BodyPublishers.ofByteArray(utf16), "application/json").status())
                .isEqualTo(400);
        assertThat(send(BodyPublishers.ofByteArray(gbk), "application/json").status())
                .isEqualTo(400);
        assertThat(send(BodyPublishers.ofByteArray(utf16), "application/json;charset=UTF-16LE")
                        .status())
                .isEqualTo(415);
        assertThat(send(BodyPublishers.ofString("a=b"), "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void answersInJsonOrNotAtAll() {
        Answer answer = admin.get(PATH, "Accept", "application/xml");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private Answer send(BodyPublisher body, String contentType) {
        return admin.send("POST", PATH, body, "Content-Type", contentType);
    }

    private static BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }
}
