package org.panbao.quoting;

import java.util.List;
import org.panbao.base.Text;

/**
 * Why a decision is as it is.
 *
 * @param id rule id or id of the row in {@code rules/messages/}
 * @param subject question, system, cover item or coefficient it is about
 * @param insureds insureds of a schedule that it comes from; empty for a single risk, and where only all of them together
 *     give it
 */
public record Reason(String id, String subject, Text text, List<String> insureds) {

    public Reason {
        insureds = List.copyOf(insureds);
    }

    /** A reason of the whole. */
    public Reason(String id, String subject, Text text) {
        this(id, subject, text, List.of());
    }
}
