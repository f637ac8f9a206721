package org.panbao.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panbao.rulebook.RuleSource.Condition;

/**
 * Reads the small part of DRL that rules of this project are written in: a quoted name that starts with an id, a quoted
 * {@code @source}, plain patterns (also with {@code not}), one insert. Anything else is refused, whether or not the
 * engine would take it: what cannot be read here can be neither explained nor put in the fact matrix.
 */
final class DrlParser {

    private static final Pattern RULE = Pattern.compile(
            "^rule \"(?<id>[A-Z]{3}-[A-Z0-9]+-\\d{3}) (?<title>[^\"]+)\"\\s+@source\\(\"(?<source>[^\"]+)\"\\)\\s+"
                    + "when\\s(?<when>.*?)\\sthen\\s(?<then>.*?)^end$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern RULE_KEYWORD = Pattern.compile("^[ \\t]*rule\\b", Pattern.MULTILINE);
    private static final Pattern PATTERN_HEAD =
            Pattern.compile("(?<not>not\\s+)?(?:(?<binding>\\$\\w+)\\s*:\\s*)?(?<type>[A-Z]\\w*)\\s*\\(");
    private static final Pattern ACTION = Pattern.compile("insert\\(new (\\w+)Hit\\([^;{}]*\\)\\);");

    private final String path;
    private final String text;

    private DrlParser(String path, String text) {
        this.path = path;
        this.text = text;
    }

    static List<RuleSource> parse(String path, byte[] bytes) {
        return new DrlParser(path, new String(bytes, StandardCharsets.UTF_8)).rules();
    }

    private List<RuleSource> rules() {
        List<RuleSource> rules = new ArrayList<>();
        Matcher keyword = RULE_KEYWORD.matcher(text);
        Matcher rule = RULE.matcher(text);
        String header = "";
        while (keyword.find()) {
            if (!rule.find() || rule.start() != keyword.start()) {
                throw new RulebookException(
                        path,
                        lineAt(keyword.start()),
                        "a rule is written: rule \"ID title\" @source(\"…\") when … then … end");
            }
            if (rules.isEmpty()) {
                header = text.substring(0, rule.start());
            }
            rules.add(source(rule, header));
        }
        return rules;
    }

    private RuleSource source(Matcher rule, String header) {
        int line = lineAt(rule.start());
        String action = rule.group("then").trim();
        if (!ACTION.matcher(action).matches()) {
            throw new RulebookException(path, line, "the right-hand side inserts one hit and nothing else");
        }
        return new RuleSource(
                rule.group("id"),
                rule.group("title"),
                path,
                line,
                header,
                rule.group("source"),
                conditions(rule.group("when"), line),
                action);
    }

    private List<Condition> conditions(String when, int line) {
        List<Condition> conditions = new ArrayList<>();
        Matcher head = PATTERN_HEAD.matcher(when);
        int at = 0;
        while (!when.substring(at).isBlank()) {
            if (!head.find(at) || !when.substring(at, head.start()).isBlank()) {
                throw new RulebookException(
                        path, line, "not a plain pattern: " + when.substring(at).trim());
            }
            int close = closingParenthesis(when, head.end(), line);
            conditions.add(new Condition(
                    head.group("not") != null,
                    head.group("binding"),
                    head.group("type"),
                    splitAtCommas(when.substring(head.end(), close))));
            at = close + 1;
        }
        return conditions;
    }

    private int closingParenthesis(String when, int from, int line) {
        int depth = 1;
        for (int i = from; i < when.length(); i++) {
            depth += depthChange(when.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        throw new RulebookException(path, line, "a parenthesis is not closed");
    }

    private static List<String> splitAtCommas(String constraints) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < constraints.length(); i++) {
            depth += depthChange(constraints.charAt(i));
            if (depth == 0 && constraints.charAt(i) == ',') {
                parts.add(constraints.substring(start, i).trim());
                start = i + 1;
            }
        }
        String last = constraints.substring(start).trim();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    private static int depthChange(char character) {
        return character == '(' ? 1 : character == ')' ? -1 : 0;
    }

    private int lineAt(int index) {
        return (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }
}
