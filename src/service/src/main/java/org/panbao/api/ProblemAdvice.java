package org.panbao.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Everything that stops an answer becomes a problem body here, and only here is an HTTP status chosen. Filters hand
 * their exceptions to the same place.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;
    private final JsonProblems json;

    ProblemAdvice(ProblemWriter writer, JsonProblems json) {
        this.writer = writer;
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> problem(Problem problem, HttpServletRequest request) {
        return writer.answer(problem, request, HttpHeaders.EMPTY);
    }

    /** The web server cannot read the query or the form. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(InvalidParameterException failure, HttpServletRequest request) {
        return problem(new Problem(ProblemForStatus.code(failure.getErrorCode())), request);
    }

    /** Two requests met in the database, or it is away for a moment; a repeated request may succeed. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> conflict(TransientDataAccessException failure, HttpServletRequest request) {
        LOG.warn("request {} met another: {}", request.getRequestURI(), kind(failure));
        return problem(new Problem(ProblemCode.CONFLICT), request);
    }

    /** Another request stored the same thing first. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> storedTwice(DuplicateKeyException failure, HttpServletRequest request) {
        LOG.warn("request {} came second: {}", request.getRequestURI(), kind(failure));
        return problem(new Problem(ProblemCode.CONFLICT), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> databaseAway(CannotCreateTransactionException failure, HttpServletRequest request) {
        LOG.warn("no database connection: {}", failure.toString());
        return problem(new Problem(ProblemCode.NOT_READY), request);
    }

    /** Nothing of an unexpected failure is shown; its number leads to the log. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> unexpected(Exception failure, HttpServletRequest request) {
        String number = UUID.randomUUID().toString();
        LOG.error("unexpected failure {} in {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return problem(new Problem(ProblemCode.INTERNAL_ERROR, Map.of("failure", number)), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        if (status.is5xxServerError() && status.value() != ProblemCode.NOT_READY.status()) {
            return entity(unexpected(exception, servletRequest));
        }
        return entity(writer.answer(problem(exception, status), servletRequest, headers));
    }

    private Problem problem(Exception exception, HttpStatusCode status) {
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return json.of(unreadable.getCause());
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            // an id in the path that cannot be one names nothing
            return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? new Problem(ProblemCode.NOT_FOUND)
                    : invalid("parameter", mismatch.getName());
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return invalid("parameter", missing.getParameterName());
        }
        if (exception instanceof MissingServletRequestPartException missing) {
            return invalid("part", missing.getRequestPartName());
        }
        if (exception instanceof ServletRequestBindingException) {
            return new Problem(ProblemCode.INVALID_REQUEST);
        }
        // what the framework calls a bad request was read, but a value in it does not fit
        return new Problem(status.value() == 400 ? ProblemCode.INVALID_REQUEST : ProblemForStatus.code(status.value()));
    }

    /** Not its message, in which the database repeats what was sent. */
    private static String kind(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    private static Problem invalid(String kind, String name) {
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(kind, name), List.of());
    }

    private static ResponseEntity<Object> entity(ResponseEntity<ProblemBody> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
