package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Clients;
import org.panbao.access.Clients.Client;
import org.panbao.access.Clients.ClientWithSecret;
import org.panbao.storage.AnswerShownOnce;
import org.panbao.storage.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** OAuth clients over HTTP. */
@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "clients")
final class ClientController {

    private final Clients clients;

    ClientController(Clients clients) {
        this.clients = clients;
    }

    /** A new client; its role must be one that organisations of this kind may have. */
    record NewClient(
            UUID organisationId,
            @Schema(example = "insurer") String role,
            String clientId) {}

    @Operation(summary = "Clients that may sign in, by client id")
    @GetMapping
    Page<Client> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return clients.list(limit, cursor);
    }

    @Operation(summary = "Make a client; its secret is in the answer and nowhere else")
    @ApiResponse(responseCode = "201", description = "Made")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClientWithSecret add(@RequestBody NewClient wanted, HttpServletRequest request) {
        ClientWithSecret made = clients.add(wanted.organisationId(), wanted.role(), wanted.clientId());
        request.setAttribute(AnswerShownOnce.ATTRIBUTE, true);
        return made;
    }

    @Operation(summary = "Let a client sign in no more; its last token ends within its lifetime")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        clients.revoke(id);
    }
}
