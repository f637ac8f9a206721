package org.panbao.rulebook;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Compiled rules of a release that fire together. Safe for any number of threads. */
public interface RuleSet {

    /**
     * Fires every rule that matches. Each call is a session of its own; nothing is remembered.
     *
     * @return hits, each once, sorted by rule id, then subject; the same whatever the order of the facts
     */
    List<Hit> fire(Collection<?> facts);

    /**
     * Fires again and tells which facts each rule matched: for a record of the decision, not for deciding.
     *
     * @return the facts by rule id, each once, in the order in which they were given
     */
    SortedMap<String, List<Object>> matches(Collection<?> facts);
}
