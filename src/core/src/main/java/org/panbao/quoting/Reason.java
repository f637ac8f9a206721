package org.panbao.quoting;

import org.panbao.base.Text;

/**
 * Why a decision is as it is.
 *
 * @param id rule id or id of the row in {@code rules/messages/}
 * @param subject question, system, cover item or coefficient it is about
 */
public record Reason(String id, String subject, Text text) {}
