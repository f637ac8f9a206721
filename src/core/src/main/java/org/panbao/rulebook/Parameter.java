package org.panbao.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/**
 * Something a tariff asks for: a sum insured, a waiting time, a channel.
 *
 * @param covers the covers that have it; empty for a parameter of the whole product
 * @param codes allowed words with their names, in the order of the filing; empty unless the unit is CODE
 * @param allowed the numbers that make sense at all, before any filed row is asked
 * @param facts names of what a plan says of it, the first stated one counts; empty when a plan says nothing of it
 * @param otherwise the code for a fact that is no code of the filing; null when such a fact is refused
 * @param betweenRows where a plan's wish goes that no filed row takes; null when it is refused
 * @param ratingFact true for what is said of the enterprise or the sale; all else is a term of the contract
 * @param defaultValue used when nothing is given, and then shown as a default; null when it must be given
 * @param defaultFrom another parameter whose value is used when nothing is given; null when there is none
 */
public record Parameter(
        String id,
        List<String> covers,
        Unit unit,
        Text name,
        Map<String, Text> codes,
        Interval allowed,
        List<String> facts,
        @Nullable String otherwise,
        @Nullable BetweenRows betweenRows,
        boolean ratingFact,
        @Nullable String defaultValue,
        @Nullable String defaultFrom,
        String source) {

    /** The neighbouring filed value that favours the insurer. */
    public enum BetweenRows {
        /** The next higher one, as for a deductible or a waiting time. */
        NEXT_ABOVE,
        /** The next lower one. */
        NEXT_BELOW
    }

    public Parameter {
        covers = List.copyOf(covers);
        facts = List.copyOf(facts);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    public boolean isOfProduct() {
        return covers.isEmpty();
    }

    /** Whether it has to be given because the filing offers nothing in its place. */
    public boolean isRequired() {
        return defaultValue == null && defaultFrom == null;
    }

    /** The filing's word for a fact of a plan: the fact itself, or for an unknown code the one meant for all others. */
    public String valueOfFact(String fact) {
        return otherwise != null && !codes.containsKey(fact) ? otherwise : fact;
    }
}
