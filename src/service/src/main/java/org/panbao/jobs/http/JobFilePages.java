package org.panbao.jobs.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.panbao.base.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The error file that the page of a job links to, for users who are signed in, in the language of their pages. */
@Hidden
@Controller
final class JobFilePages {

    private final JobController jobs;

    JobFilePages(JobController jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/app/jobs/{jobId}/errors.csv")
    ResponseEntity<Void> errors(@PathVariable UUID jobId, Locale locale, HttpServletRequest request)
            throws IOException {
        return jobs.errors(jobId, Language.of(locale).code(), request);
    }
}
