package org.panbao.releases;

import java.time.LocalDate;

/**
 * A release as the database knows it.
 *
 * @param digest SHA-256 over all its files, lower-case hexadecimal
 * @param effectiveFrom first rating date it serves
 * @param publishedOn first look-from date on which it may be used
 * @param archiveSha256 its archive in the content store
 */
public record ReleaseRecord(
        String digest,
        String id,
        String version,
        LocalDate effectiveFrom,
        LocalDate publishedOn,
        String archiveSha256,
        ReleaseState state) {}
