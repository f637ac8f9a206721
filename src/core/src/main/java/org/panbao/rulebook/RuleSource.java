package org.panbao.rulebook;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as written in a DRL file.
 *
 * @param title the words after the id in the rule's name
 * @param path file of the rule
 * @param line line of its {@code rule} keyword
 * @param header package and imports of the file, as written
 * @param source the rule's {@code @source}
 * @param patterns its conditions in order
 * @param action its right-hand side
 */
public record RuleSource(
        String id,
        String title,
        String path,
        int line,
        String header,
        String source,
        List<Condition> patterns,
        String action) {

    private static final Pattern QUESTION = Pattern.compile("\"(Q-[A-Z0-9-]+)\"");
    private static final Pattern PROPERTY = Pattern.compile("^!?\\s*([a-z][A-Za-z]*)");

    /** What the records are called outside DRL: in the fact matrix, in the subjects of hits, in product files. */
    private static final Map<String, String> FACT_NAMES = Map.of(
            "EnterpriseFact", "enterprise",
            "SystemFact", "system",
            "IncidentFact", "incidents",
            "WantedCoverFact", "wanted",
            "NeedFact", "need",
            "UnstatedFact", "unstated",
            "AssessmentFact", "assessment",
            "SecurityFact", "security");

    public RuleSource {
        patterns = List.copyOf(patterns);
    }

    /**
     * One pattern, for example {@code not SystemFact( overseas == true )}.
     *
     * @param negated written with {@code not}
     * @param binding variable such as {@code $answer}, or null
     * @param type simple name of the fact record
     * @param constraints what stands between the commas
     */
    public record Condition(boolean negated, @Nullable String binding, String type, List<String> constraints) {
        public Condition {
            constraints = List.copyOf(constraints);
        }

        /** The pattern as DRL with its first {@code count} constraints, without {@code not} and binding. */
        public String withFirst(int count) {
            return type + "( " + String.join(", ", constraints.subList(0, count)) + " )";
        }
    }

    /** The rule set it belongs to: the folder its file stands in, for example {@code gates}. */
    public String area() {
        String[] parts = path.split("/", -1);
        return parts[parts.length - 2];
    }

    /**
     * Names of the facts it reads, as the fact matrix names them: question ids for answers, otherwise the fact and its
     * component, for example {@code enterprise.dataExport}.
     */
    public SortedSet<String> factsRead() {
        SortedSet<String> names = new TreeSet<>();
        for (Condition pattern : patterns) {
            for (String constraint : pattern.constraints()) {
                addFacts(pattern.type(), constraint, names);
            }
        }
        return names;
    }

    private static void addFacts(String type, String constraint, SortedSet<String> names) {
        if (type.equals("AnswerFact")) {
            Matcher question = QUESTION.matcher(constraint);
            while (question.find()) {
                names.add(question.group(1));
            }
            return;
        }
        for (String term : constraint.split("&&|\\|\\|", -1)) {
            Matcher property = PROPERTY.matcher(term.trim().replaceFirst("^\\(\\s*", ""));
            if (property.find()) {
                names.add(FACT_NAMES.getOrDefault(type, type) + "." + property.group(1));
            }
        }
    }
}
