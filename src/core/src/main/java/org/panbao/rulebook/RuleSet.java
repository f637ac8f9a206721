package org.panbao.rulebook;

import java.util.Collection;
import java.util.List;

/** Compiled rules of a release that fire together. Safe for any number of threads. */
public interface RuleSet {

    /**
     * Fires every rule that matches. Each call is a session of its own; nothing is remembered.
     *
     * @return hits, each once, sorted by rule id, then subject; the same whatever the order of the facts
     */
    List<Hit> fire(Collection<?> facts);
}
