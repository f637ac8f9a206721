package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobResults;
import org.panbao.jobs.Jobs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The jobs of one's own organisation: the list, and one of them with its progress and its items, to be cancelled. */
@Hidden
@Controller
@RequestMapping("/app/jobs")
final class JobPages {

    private final Jobs jobs;
    private final JobResults results;

    JobPages(Jobs jobs, JobResults results) {
        this.jobs = jobs;
        this.results = results;
    }

    @GetMapping
    String list(@RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("page", jobs.list(null, cursor));
        return "jobs";
    }

    @GetMapping("/{jobId}")
    String show(@PathVariable UUID jobId, @RequestParam @Nullable String cursor, Model model) {
        Job job = jobs.load(jobId);
        model.addAttribute("job", job);
        model.addAttribute("cursor", cursor);
        model.addAttribute("page", results.list(job, null, cursor));
        return "job";
    }

    @PostMapping("/{jobId}/cancel")
    String cancel(@PathVariable UUID jobId) {
        jobs.cancel(jobId);
        return "redirect:/app/jobs/" + jobId;
    }
}
