package org.panbao.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.panbao.base.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors of the web server itself, such as a refused path, as problem bodies. */
@Hidden
@RestController
final class ServerErrorController implements ErrorController {

    private final ProblemWriter writer;

    ServerErrorController(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemBody> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return writer.answer(new Problem(ProblemForStatus.code(status)), request, HttpHeaders.EMPTY);
    }
}
