package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.ListedRevision;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanReader;
import org.panbao.intake.Plans;
import org.panbao.storage.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans: the list, and a form with every finding at its field. */
@Hidden
@Controller
@RequestMapping("/app/plans")
final class PlanPages {

    private static final String SAVE = "save";
    private static final String AND_QUOTE = "quote";
    private static final String REVISION = "revision";

    /** Of the page that says so, the revision that this one overtakes knowingly. */
    private static final String OVERTAKEN = "overtaken";

    private final Plans plans;
    private final PlanIntake intake;
    private final PlanReader reader;
    private final FiledProducts products;
    private final PlanNeighbours neighbours;

    PlanPages(Plans plans, PlanIntake intake, PlanReader reader, FiledProducts products, PlanNeighbours neighbours) {
        this.plans = plans;
        this.intake = intake;
        this.reader = reader;
        this.products = products;
        this.neighbours = neighbours;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String cursor, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("page", plans.list(name.isBlank() ? null : name.strip(), cursor.isEmpty() ? null : cursor));
        return "plans";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(model, null, reader.form().blank(), List.of());
    }

    @PostMapping("/new")
    String create(@RequestParam Map<String, String> typed, Model model) {
        PlanEdit edit = PlanEdit.of(typed, reader.formReader());
        if (edit != null) {
            return edited(model, null, edit);
        }
        ObjectNode plan = reader.formReader().read(typed);
        if (!typed.containsKey(SAVE)) {
            return form(model, null, plan, checked(plan, typed));
        }
        try {
            return "redirect:/app/plans/" + intake.create(bytes(plan)).planId();
        } catch (Problem problem) {
            return form(model, null, plan, faults(problem));
        }
    }

    @GetMapping("/{planId}")
    String plan(@PathVariable UUID planId, Model model) {
        if (!neighbours.isOwn(planId)) {
            return granted(planId, model);
        }
        int revision = plans.load(planId, null).revision();
        JsonNode plan = plans.loadDocument(planId);
        List<Finding> findings = reader.read(plan).findings();
        model.addAttribute(REVISION, revision);
        model.addAttribute("around", neighbours.of(planId, findings));
        return form(model, planId, plan, findings);
    }

    /** A plan of others, as far as the grant shows it: to be read, not changed. */
    private String granted(UUID planId, Model model) {
        model.addAttribute(
                "around", neighbours.of(planId, plans.load(planId, null).findings()));
        model.addAttribute("planId", planId);
        model.addAttribute("products", products.ofCaller());
        model.addAttribute("form", reader.form().lay(plans.loadShown(planId), List.of()));
        return "plan-granted";
    }

    /** {@code typed} has the revision that the plan is based on. */
    @PostMapping("/{planId}")
    ModelAndView revise(
            @PathVariable UUID planId,
            @RequestParam int revision,
            @RequestParam Map<String, String> typed,
            Model model) {
        model.addAttribute(REVISION, revision);
        if (typed.containsKey(OVERTAKEN)) {
            overtaken(model, planId, typed.get(OVERTAKEN));
        }
        PlanEdit edit = PlanEdit.of(typed, reader.formReader());
        if (edit != null) {
            return new ModelAndView(edited(model, planId, edit));
        }
        ObjectNode plan = reader.formReader().read(typed);
        if (!typed.containsKey(SAVE)) {
            return new ModelAndView(form(model, planId, plan, checked(plan, typed)));
        }
        if (neighbours.isOwn(planId) && isSame(plan, plans.loadDocument(planId))) {
            return next(planId, revision, AND_QUOTE.equals(typed.get(SAVE))); // nothing to keep
        }
        return save(planId, plan, typed, model);
    }

    private ModelAndView save(UUID planId, ObjectNode plan, Map<String, String> typed, Model model) {
        String based = typed.getOrDefault(REVISION, "");
        try {
            int saved = intake.revise(planId, new Revision(Long.parseLong(based)).etag(), bytes(plan))
                    .revision();
            return next(planId, saved, AND_QUOTE.equals(typed.get(SAVE)));
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.PRECONDITION_FAILED) {
                return new ModelAndView(form(model, planId, plan, faults(problem)));
            }
            overtaken(model, planId, based);
            ModelAndView answer = new ModelAndView(form(model, planId, plan, List.of()));
            answer.setStatus(HttpStatus.PRECONDITION_FAILED);
            return answer;
        }
    }

    /** To the plan as saved, or on to the quote of it: with the same form, so that whoever may not quote is refused there. */
    private static ModelAndView next(UUID planId, int saved, boolean quote) {
        if (!quote) {
            return new ModelAndView("redirect:/app/plans/" + planId);
        }
        RedirectView on = new RedirectView("/app/plans/" + planId + "/quotes?of=" + saved);
        on.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
        on.setExposeModelAttributes(false);
        return new ModelAndView(on);
    }

    /** Somebody else saved the plan since the revision that this one is based on: who, when, and what can be done. */
    private void overtaken(Model model, UUID planId, String based) {
        ListedRevision newest = plans.revisions(planId).get(0);
        model.addAttribute(OVERTAKEN, newest);
        model.addAttribute("based", based);
        model.addAttribute(REVISION, newest.revision());
    }

    private String edited(Model model, @Nullable UUID planId, PlanEdit edit) {
        model.addAttribute("at", edit.at());
        model.addAttribute("gone", edit.tookMore() ? edit.goneWith() : List.of());
        return form(model, planId, edit.plan(), List.of());
    }

    /** A switch of language shows findings only where they were shown before. */
    private List<Finding> checked(ObjectNode plan, Map<String, String> typed) {
        boolean switched = typed.containsKey("lang") && !typed.containsKey("checked");
        return switched ? List.of() : reader.read(plan).findings();
    }

    private String form(Model model, @Nullable UUID planId, JsonNode plan, List<Finding> findings) {
        model.addAttribute("planId", planId);
        model.addAttribute("action", "/app/plans/" + (planId == null ? "new" : planId));
        model.addAttribute("switchForm", "plan-form");
        model.addAttribute("products", products.ofCaller());
        model.addAttribute("findings", findings);
        model.addAttribute("faulty", findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR));
        model.addAttribute("form", reader.form().lay(plan, findings));
        model.addAttribute("codes", reader.form().codeLists(plan));
        if (!model.containsAttribute("at")) {
            model.addAttribute("at", "");
            model.addAttribute("gone", List.of());
        }
        return "plan";
    }

    /** What is wrong with a plan; any other problem is not of the form. */
    private static List<Finding> faults(Problem problem) {
        if (problem.code() != ProblemCode.PLAN_INVALID) {
            throw problem;
        }
        return problem.findings();
    }

    /** Read like what is stored, because a number that was typed is of another kind than one that was read. */
    private static boolean isSame(JsonNode plan, JsonNode stored) {
        JsonMapper mapper = JsonMapper.shared();
        return mapper.readTree(bytes(plan)).equals(mapper.readTree(bytes(stored)));
    }

    private static byte[] bytes(JsonNode plan) {
        return JsonMapper.shared().writeValueAsString(plan).getBytes(StandardCharsets.UTF_8);
    }
}
