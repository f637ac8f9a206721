package org.panbao.intake.http;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that the page for importing links to, for users who are signed in; {@code language} is zh or en. */
@Hidden
@Controller
final class PlanFilePages {

    private final PlanFileController files;

    PlanFilePages(PlanFileController files) {
        this.files = files;
    }

    @GetMapping("/app/plans/import/template/{language}")
    ResponseEntity<Resource> template(@PathVariable String language) throws IOException {
        return files.template(language);
    }

    @GetMapping("/app/plans/import/export/{language}")
    ResponseEntity<Resource> export(@PathVariable String language) throws IOException {
        return files.exportAll(language);
    }
}
