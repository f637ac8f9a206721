package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.panbao.intake.imports.PlanExport;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The files that the page for importing links to, for users who are signed in; {@code language} is zh or en. */
@Hidden
@Controller
final class PlanFilePages {

    private final PlanFileController files;
    private final PlanExport exports;

    PlanFilePages(PlanFileController files, PlanExport exports) {
        this.files = files;
        this.exports = exports;
    }

    @GetMapping("/app/plans/import/template/{language}")
    ResponseEntity<Void> template(@PathVariable String language, HttpServletRequest request) throws IOException {
        return files.template(language, request);
    }

    @GetMapping("/app/plans/import/export/{language}")
    ResponseEntity<Void> export(
            @PathVariable String language, @RequestParam(defaultValue = "1") int part, HttpServletRequest request)
            throws IOException {
        return files.part(exports.part(part), language, request);
    }
}
