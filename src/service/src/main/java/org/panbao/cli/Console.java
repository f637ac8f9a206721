package org.panbao.cli;

import java.io.PrintStream;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes: answers to standard output, everything else to standard error, in the language asked for.
 *
 * @param english else Chinese
 * @param json whether the answer is to be one JSON document
 */
public record Console(PrintStream out, PrintStream err, boolean english, boolean json) {

    private static final Messages MESSAGES = Messages.of(Console.class, "cli");

    /** A line of the answer. */
    public void line(String line) {
        out.println(line);
    }

    /** The answer as one JSON document, indented. */
    public void document(Object document) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.println(mapper.writeValueAsString(document));
    }

    /** A remark that is no part of the answer. */
    public void remark(String remark) {
        err.println(remark);
    }

    /** One of the texts of this module, in the language asked for. */
    public String words(String key) {
        return in(MESSAGES.text(key));
    }

    /** One of the texts of this module with its values. */
    public String words(String key, Map<String, String> values) {
        return in(MESSAGES.text(key, values));
    }

    /** A text in the language asked for. */
    public String in(Text text) {
        return english ? text.en() : text.zh();
    }
}
