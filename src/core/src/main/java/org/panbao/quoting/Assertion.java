package org.panbao.quoting;

import java.time.Instant;

/** Who vouches for what was stated, and when it was recorded. */
public record Assertion(String by, Instant at) {}
