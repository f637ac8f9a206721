package org.panbao.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.audit.AuditFilter;
import org.panbao.audit.AuditReader;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.TextCharacters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log: one's own chain, newest first, and for the operator that of any organisation. */
@Hidden
@Controller
@RequestMapping("/app/audit")
final class AuditPages {

    private final AuditReader audit;
    private final Organisations organisations;

    AuditPages(AuditReader audit, Organisations organisations) {
        this.audit = audit;
        this.organisations = organisations;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam @Nullable String cursor,
            Model model) {
        AuditFilter filter = new AuditFilter(wanted(action), wanted(actor), wanted(subject));
        model.addAttribute("organisation", organisation);
        model.addAttribute("filter", filter);
        model.addAttribute("page", audit.newest(chain(organisation), filter, cursor));
        return "audit";
    }

    @GetMapping("/verification")
    String verification(@RequestParam(defaultValue = "") String organisation, Model model) {
        model.addAttribute("organisation", organisation);
        model.addAttribute("verification", audit.verify(chain(organisation)));
        return "audit-verification";
    }

    /** The chain of an organisation that is named by its code; the caller's own without a name. */
    private UUID chain(String code) {
        String name = code.strip();
        if (name.isEmpty()) {
            return audit.chainOf(null);
        }
        return audit.chainOf(organisations
                .findByCode(name)
                .map(Organisation::id)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
    }

    private static @Nullable String wanted(String typed) {
        String text = typed.strip();
        if (!TextCharacters.areFit(text)) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return text.isEmpty() ? null : text;
    }
}
