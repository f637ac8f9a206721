package org.panbao.releases;

/** Life of a release. An operator's activation moves a draft on; the first release of an empty database is active. */
public enum ReleaseState {
    DRAFT,
    ACTIVE,
    RETIRED
}
