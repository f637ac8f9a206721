package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.csv.DeclaredCharset;
import org.panbao.intake.imports.FileImport;
import org.panbao.intake.imports.PlanExport;
import org.panbao.jobs.Job;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Importing plans from a file: the form, and what came of a small file; a large one leads to the page of its job. */
@Hidden
@Controller
@RequestMapping("/app/plans/import")
final class ImportPages {

    private final FileImport imports;
    private final PlanExport exports;

    ImportPages(FileImport imports, PlanExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @GetMapping
    String blank(Model model) {
        return form(false, List.of(), model);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String send(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "") String charset,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("part", "file"));
        }
        try (InputStream bytes = file.getInputStream()) {
            FileImport.Wish wish =
                    new FileImport.Wish(dryRun, false, charset.isEmpty() ? null : DeclaredCharset.parse(charset));
            FileImport.Result result = imports.take(bytes, file.getOriginalFilename(), wish);
            Job job = result.job();
            if (job != null) {
                return "redirect:/app/jobs/" + job.id();
            }
            model.addAttribute("result", result);
            return form(dryRun, List.of(), model);
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.FILE_INVALID) {
                throw problem;
            }
            response.setStatus(problem.code().status());
            return form(dryRun, problem.findings(), model);
        }
    }

    /** {@code refusal} is why a file cannot be read as a whole. */
    private String form(boolean dryRun, List<Finding> refusal, Model model) {
        model.addAttribute("parts", exports.parts());
        model.addAttribute("dryRun", dryRun);
        model.addAttribute("refusal", refusal);
        return "import";
    }
}
