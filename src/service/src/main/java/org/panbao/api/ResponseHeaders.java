package org.panbao.api;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that answers carry, each described once. */
final class ResponseHeaders {

    static final String ALLOW = "Allow";
    static final String CONTENT_LANGUAGE = "Content-Language";
    static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
    static final String RETRY_AFTER = "Retry-After";
    static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "ETag",
            "The revision, to be given back in If-Match",
            "Location",
            "Where the new resource is read",
            "Next-Cursor",
            "The cursor of the part that follows; missing with the last",
            ALLOW,
            "The methods that this address knows",
            CONTENT_LANGUAGE,
            "The language of title and detail: zh-CN or en",
            IDEMPOTENCY_REPLAYED,
            "true when this is the kept answer to an earlier request with the same key",
            RETRY_AFTER,
            "Seconds to wait",
            WWW_AUTHENTICATE,
            "How to authenticate");

    private ResponseHeaders() {}

    /** Descriptions by name, for the components. */
    static Map<String, Header> components() {
        Map<String, Header> headers = new LinkedHashMap<>();
        DESCRIPTIONS.forEach((name, description) ->
                headers.put(name, new Header().description(description).schema(new StringSchema())));
        return headers;
    }

    static void add(ApiResponse answer, String name) {
        if (!DESCRIPTIONS.containsKey(name)) {
            throw new IllegalArgumentException("no description of the header " + name);
        }
        answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
}
