package org.panbao.access;

/** Gives the caller of the request being served. */
public interface CurrentCaller {

    /** The caller; throws a {@code Problem} UNAUTHORIZED outside a request. */
    Caller require();
}
