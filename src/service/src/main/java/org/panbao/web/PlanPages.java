package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanReader;
import org.panbao.intake.Plans;
import org.panbao.storage.Revision;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans: the list, and a form with every finding at its field. */
@Hidden
@Controller
@RequestMapping("/app/plans")
final class PlanPages {

    private static final String ADD = "add:";
    private static final String REMOVE = "remove:";
    private static final String NONE = "none:";
    private static final String SAVE = "save";

    /** Number of an item in a list, as a button names it. */
    private static final Pattern ITEM = Pattern.compile("[0-9]{1,6}");

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
        ObjectNode plan = reader.formReader().read(typed);
        if (changed(plan, typed)) {
            return form(model, null, plan, List.of());
        }
        if (!typed.containsKey(SAVE)) {
            return form(model, null, plan, reader.read(plan).findings());
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
        model.addAttribute("revision", revision);
        model.addAttribute("around", neighbours.of(planId, findings));
        return form(model, planId, plan, findings);
    }

    /** A plan of others, as far as the grant shows it: to be read, not changed. */
    private String granted(UUID planId, Model model) {
        model.addAttribute(
                "around", neighbours.of(planId, plans.load(planId, null).findings()));
        model.addAttribute("planId", planId);
        model.addAttribute("products", products());
        model.addAttribute("form", reader.form().lay(plans.loadShown(planId), List.of()));
        return "plan-granted";
    }

    @PostMapping("/{planId}")
    String revise(
            @PathVariable UUID planId,
            @RequestParam int revision,
            @RequestParam Map<String, String> typed,
            Model model) {
        ObjectNode plan = reader.formReader().read(typed);
        model.addAttribute("revision", revision);
        if (changed(plan, typed)) {
            return form(model, planId, plan, List.of());
        }
        if (!typed.containsKey(SAVE)) {
            return form(model, planId, plan, reader.read(plan).findings());
        }
        if (neighbours.isOwn(planId) && isSame(plan, plans.loadDocument(planId))) {
            return "redirect:/app/plans/" + planId; // nothing to keep
        }
        try {
            intake.revise(planId, new Revision(revision).etag(), bytes(plan));
            return "redirect:/app/plans/" + planId;
        } catch (Problem problem) {
            return form(model, planId, plan, faults(problem));
        }
    }

    private String form(Model model, @Nullable UUID planId, JsonNode plan, List<Finding> findings) {
        model.addAttribute("planId", planId);
        model.addAttribute("products", products.ofCaller());
        model.addAttribute("findings", findings);
        model.addAttribute("faulty", findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR));
        model.addAttribute("form", reader.form().lay(plan, findings));
        return "plan";
    }

    /** Whether an item of a list was asked for or taken away, which {@code plan} then has. */
    private static boolean changed(ObjectNode plan, Map<String, String> typed) {
        for (String button : typed.keySet()) {
            if (button.startsWith(ADD)) {
                list(plan, button.substring(ADD.length())).addObject();
                return true;
            }
            if (button.startsWith(NONE)) {
                list(plan, button.substring(NONE.length()));
                return true;
            }
            if (button.startsWith(REMOVE)) {
                String pointer = button.substring(REMOVE.length());
                int slash = pointer.lastIndexOf('/');
                require(slash > 0 && ITEM.matcher(pointer.substring(slash + 1)).matches());
                list(plan, pointer.substring(0, slash)).remove(Integer.parseInt(pointer.substring(slash + 1)));
                return true;
            }
        }
        return false;
    }

    private static void require(boolean readable) {
        if (!readable) {
            throw new Problem(ProblemCode.MALFORMED_REQUEST);
        }
    }

    private static ArrayNode list(ObjectNode plan, String pointer) {
        require(pointer.startsWith("/"));
        ObjectNode around = plan;
        String[] path = pointer.substring(1).split("/", -1);
        for (int i = 0; i < path.length - 1; i++) {
            around = around.get(path[i]) instanceof ObjectNode there ? there : around.putObject(path[i]);
        }
        String name = path[path.length - 1];
        return around.get(name) instanceof ArrayNode there ? there : around.putArray(name);
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
