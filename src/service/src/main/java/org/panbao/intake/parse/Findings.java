package org.panbao.intake.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.base.Text;

/**
 * Collects what is noticed in one plan. The message of a finding is the text whose key is its code; {@code {field}} and
 * {@code {expected}} in it come from the schema.
 */
public final class Findings {

    /** More than this many are not listed one by one; the last finding then says so. */
    public static final int MAX_FINDINGS = 500;

    private static final String TOO_MANY = "too-many-findings";
    private static final Pattern FIELD = Pattern.compile("\\{(field|expected)}");

    private final Messages messages;
    private final FieldCatalog fields;
    private final Wording wording;
    private final List<Finding> found = new ArrayList<>();
    private boolean cut;

    public Findings(Messages messages, FieldCatalog fields, Wording wording) {
        this.messages = messages;
        this.fields = fields;
        this.wording = wording;
    }

    public void error(String pointer, String code) {
        error(pointer, code, Map.of());
    }

    public void error(String pointer, String code, Map<String, String> values) {
        error(pointer, code, values, Map.of());
    }

    /** As above; {@code names} are values that differ between the languages, such as the name of another field. */
    public void error(String pointer, String code, Map<String, String> values, Map<String, Text> names) {
        add(Severity.ERROR, pointer, code, () -> message(code, pointer, values, names));
    }

    /** Something that stands twice, the first time at the pointer {@code first}. */
    public void twice(String pointer, String code, String value, String first) {
        error(pointer, code, Map.of("value", value), Map.of("first", wording.place(first)));
    }

    public void warning(String pointer, String code) {
        warning(pointer, code, Map.of());
    }

    public void warning(String pointer, String code, Map<String, String> values) {
        warning(pointer, code, values, Map.of());
    }

    /** As above; {@code names} are values that differ between the languages, such as the name of another field. */
    public void warning(String pointer, String code, Map<String, String> values, Map<String, Text> names) {
        add(Severity.WARNING, pointer, code, () -> message(code, pointer, values, names));
    }

    public void info(String pointer, String code) {
        info(pointer, code, Map.of());
    }

    public void info(String pointer, String code, Map<String, String> values) {
        add(Severity.INFO, pointer, code, () -> message(code, pointer, values, Map.of()));
    }

    /** A fact that is not stated; {@code code} starts with {@code missing-}, all such codes share one sentence. */
    public void missing(Severity severity, String pointer, String code) {
        if (found.stream().anyMatch(known -> isMissing(known, pointer))) {
            return; // told already
        }
        add(severity, pointer, code, () -> message("missing-fact", pointer, Map.of(), Map.of()));
    }

    private static boolean isMissing(Finding finding, String pointer) {
        return finding.code().startsWith("missing-") && finding.pointer().equals(pointer);
    }

    /** What people call the field at this pointer. */
    public Text nameOf(String pointer) {
        return fields.at(pointer).name();
    }

    /** All findings: errors first, then warnings, then information, each in the order in which they were made. */
    public List<Finding> all() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(sorted);
    }

    private void add(Severity severity, String pointer, String code, Supplier<Text> message) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Finding(severity, Excerpt.clean(pointer), code, message.get()));
        } else if (severity == Severity.ERROR && !cut) {
            cut = true;
            found.add(new Finding(severity, "", TOO_MANY, messages.text(TOO_MANY)));
        }
    }

    private Text message(String key, String pointer, Map<String, String> values, Map<String, Text> names) {
        Text own = wording.sentence(key, pointer);
        Text message = own == null ? messages.text(key) : own;
        if (FIELD.matcher(message.zh()).find()) {
            Field field = fields.at(pointer);
            message = message.with("field", field.name()).with("expected", expected(field));
        }
        for (Map.Entry<String, Text> name : names.entrySet()) {
            message = message.with(name.getKey(), name.getValue());
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            message = message.with(value.getKey(), Excerpt.clean(value.getValue()));
        }
        return message;
    }

    /** Nothing, where the schema does not say what may stand there. */
    private Text expected(Field field) {
        Text expected = field.expected();
        return expected.zh().isEmpty()
                ? expected
                : messages.text("field.expected").with("expected", expected);
    }
}
