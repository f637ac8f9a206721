package org.panbao.base;

import java.util.Locale;

/** Every reason for which the service cannot answer. Titles and details are in {@code messages/problems.properties}. */
public enum ProblemCode {
    MALFORMED_JSON(400),
    MALFORMED_REQUEST(400),
    INVALID_REQUEST(422),
    PLAN_INVALID(422),
    FILE_INVALID(422),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),
    PAYLOAD_TOO_LARGE(413),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    PRODUCT_NOT_SOLD_BY_INSURER(422),
    OUTSIDE_FILED_ROW(422),
    OFF_TABLE(422),
    CHOICE_NEEDS_REASON(422),
    RATE_NOT_FOUND(422),
    TERM_NOT_FILED(422),
    PRECONDITION_FAILED(412),
    PRECONDITION_REQUIRED(428),
    CONFLICT(409),
    IDEMPOTENCY_KEY_REUSED(422),
    AUTHORITY_EXCEEDED(403),
    STATE_CONFLICT(409),
    RELEASE_NOT_FOUND(422),
    EXPORT_TOO_LARGE(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    NOT_READY(503),
    SERVICE_BUSY(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** HTTP status used when the problem crosses the HTTP interface. */
    public int status() {
        return status;
    }

    /** Stable name on the wire, for example {@code rate-not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
