package io.askwell.rest.http;

import io.askwell.domain.access.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A request that is over, whatever came of it.
 *
 * @param path as the client wrote it, without the query, which may hold a secret
 * @param route the template that the path fits, such as {@code /customers/{id}}, or {@link #UNKNOWN}
 * @param status of the response; {@link #CLIENT_GONE} if the client went before there was one
 * @param nanos from the first line of the request to the last byte of the response
 * @param bytes of the body before compression, or -1 where that is not known beforehand
 * @param caller the name of its key, if it brought one
 */
record Served(RequestId id, String method, String path, String route, int status, long nanos, long bytes,
        @Nullable String caller) {
    static final String UNKNOWN = "UNKNOWN";
    /** Not a status that is ever sent; proxies write it so too. */
    static final int CLIENT_GONE = 499;
}
