package org.panbao.api;

import org.panbao.base.ProblemCode;

/** The problem that stands for a bare HTTP status of the framework or the web server. */
final class ProblemForStatus {

    private ProblemForStatus() {}

    static ProblemCode code(int status) {
        return switch (status) {
            case 400, 408, 414, 417, 431, 501, 505 -> ProblemCode.MALFORMED_REQUEST;
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemCode.NOT_READY;
            default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.INVALID_REQUEST;
        };
    }
}
