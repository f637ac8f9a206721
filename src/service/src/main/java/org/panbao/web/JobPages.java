package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.ListedPlan;
import org.panbao.intake.Plans;
import org.panbao.jobs.DoneItem;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobResults;
import org.panbao.jobs.Jobs;
import org.panbao.storage.Page;
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
    private final Plans plans;

    JobPages(Jobs jobs, JobResults results, Plans plans) {
        this.jobs = jobs;
        this.results = results;
        this.plans = plans;
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
        Page<DoneItem> page = results.list(job, null, cursor);
        model.addAttribute("page", page);
        model.addAttribute("names", names(page.items()));
        return "job";
    }

    /** By the id of the plan, as items have it: a file names a plan it revises by that id alone. */
    private Map<String, String> names(List<DoneItem> items) {
        return plans.byId(items.stream().flatMap(JobPages::plan).toList()).values().stream()
                .collect(Collectors.toMap(plan -> plan.planId().toString(), ListedPlan::planName));
    }

    /** The plan that an item made or revised. */
    private static Stream<UUID> plan(DoneItem item) {
        return Stream.ofNullable(item.outcome().result().get("planId")).map(UUID::fromString);
    }

    @PostMapping("/{jobId}/cancel")
    String cancel(@PathVariable UUID jobId) {
        jobs.cancel(jobId);
        return "redirect:/app/jobs/" + jobId;
    }
}
