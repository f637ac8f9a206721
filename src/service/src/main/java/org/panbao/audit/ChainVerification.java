package org.panbao.audit;

import org.jspecify.annotations.Nullable;

/**
 * What checking a chain from its beginning found. Entries cut off the end leave a chain that is intact: keep
 * {@code headSequence} and {@code headSha256} somewhere else to notice that too.
 *
 * @param checked how many entries were checked
 * @param headSequence number of the last entry; 0 when there is none
 * @param headSha256 hash of the last entry
 * @param brokenAt number of the first entry that is not what was written; null when the chain is intact
 * @param reason {@code content} when the entry does not have its hash, {@code link} when it does not follow the one
 *     before, {@code gap} when a number is missing; null when the chain is intact
 */
public record ChainVerification(
        boolean intact,
        long checked,
        long headSequence,
        String headSha256,
        @Nullable Long brokenAt,
        @Nullable String reason) {}
