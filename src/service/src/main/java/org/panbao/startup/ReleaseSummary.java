package org.panbao.startup;

import org.panbao.base.Text;

/** Names the release of rules and models that is served. One bean at most; without it the start says that none is loaded. */
public interface ReleaseSummary {

    /** Short name for people: id, version and the first characters of the digest. */
    Text summary();
}
