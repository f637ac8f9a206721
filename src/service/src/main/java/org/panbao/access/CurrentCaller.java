package org.panbao.access;

import java.util.Optional;

/** Gives the caller of the request being served. */
public interface CurrentCaller {

    /** The caller; empty outside a request and for somebody who is not signed in. */
    Optional<Caller> findCaller();

    /** The caller; throws a {@code Problem} UNAUTHORIZED outside a request. */
    Caller require();
}
