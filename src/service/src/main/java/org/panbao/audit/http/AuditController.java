package org.panbao.audit.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.audit.AuditEntry;
import org.panbao.audit.AuditReader;
import org.panbao.audit.ChainVerification;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own chain; the operator may name another organisation. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
final class AuditController {

    private final AuditReader reader;

    AuditController(AuditReader reader) {
        this.reader = reader;
    }

    @Operation(summary = "Entries of the audit log, oldest first")
    @GetMapping
    Page<AuditEntry> entries(
            @RequestParam @Nullable UUID organisationId,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return reader.list(reader.chainOf(organisationId), PageRequest.of("audit", 1, limit, cursor));
    }

    @Operation(summary = "Check the hash chain of the audit log from its beginning")
    @GetMapping("/verification")
    ChainVerification verification(@RequestParam @Nullable UUID organisationId) {
        return reader.verify(reader.chainOf(organisationId));
    }
}
