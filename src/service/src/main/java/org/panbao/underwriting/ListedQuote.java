package org.panbao.underwriting;

import org.jspecify.annotations.Nullable;

/**
 * A quote in a list.
 *
 * @param policyholder name in the newest revision of the plan; null when the plan is no longer open to the caller
 */
public record ListedQuote(StoredQuote quote, @Nullable String policyholder) {}
