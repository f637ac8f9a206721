package org.panbao.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes: answers to standard output, everything else to standard error, in the language asked for.
 *
 * @param clock what the time is
 * @param english else Chinese
 * @param json whether the answer is to be one JSON document
 */
public record Console(PrintStream out, PrintStream err, Clock clock, boolean english, boolean json) {

    private static final Messages MESSAGES = Messages.of(Console.class, "cli");
    private static final Messages TERMS = Messages.of(Console.class, "terms");

    /** A line of the answer. */
    public void line(String line) {
        out.println(line);
    }

    /** The answer as one JSON document, indented. */
    public void document(Object document) {
        out.println(text(document));
    }

    /** A JSON document as text, indented. */
    String text(Object document) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(document);
    }

    /** A remark that is no part of the answer. */
    public void remark(String remark) {
        err.println(remark);
    }

    /** Whether a part of the answer did not reach where it was sent: a full disk, a closed pipe. */
    boolean isUnwritten() {
        return out.checkError();
    }

    /** One of the texts of this module, in the language asked for. */
    public String words(String key) {
        return in(MESSAGES.text(key));
    }

    /** One of the texts of this module with its values. */
    public String words(String key, Map<String, String> values) {
        return in(MESSAGES.text(key, values));
    }

    /** One of the texts of this module in both languages. */
    static Text text(String key, Map<String, String> values) {
        return MESSAGES.text(key, values);
    }

    /** The word of the trade for a constant, for example {@code term("decision.ACCEPT")}. */
    public String term(String key) {
        return in(TERMS.text(key));
    }

    /** A text in the language asked for. */
    public String in(Text text) {
        return english ? text.en() : text.zh();
    }
}
