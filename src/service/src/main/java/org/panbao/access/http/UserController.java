package org.panbao.access.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Users;
import org.panbao.access.Users.User;
import org.panbao.access.Users.UserWithPassword;
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

/** Users over HTTP. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users")
final class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /** A new user; the role must be one that organisations of this kind may have. */
    record NewUser(
            UUID organisationId,
            @Schema(example = "insurer") String role,
            String username) {}

    @Operation(summary = "Users who may sign in to the pages, by name")
    @GetMapping
    Page<User> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return users.list(limit, cursor);
    }

    @Operation(
            summary = "Make a user; the initial password is in the answer and nowhere else",
            description = "The user has to change it at the first sign-in.")
    @ApiResponse(responseCode = "201", description = "Made")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserWithPassword add(@RequestBody NewUser wanted, HttpServletRequest request) {
        UserWithPassword made = users.add(wanted.organisationId(), wanted.role(), wanted.username());
        request.setAttribute(AnswerShownOnce.ATTRIBUTE, true);
        return made;
    }

    @Operation(summary = "Give a user a new initial password; sessions of the user end")
    @PostMapping("/{id}/password")
    UserWithPassword resetPassword(@PathVariable UUID id, HttpServletRequest request) {
        UserWithPassword given = users.resetPassword(id);
        request.setAttribute(AnswerShownOnce.ATTRIBUTE, true);
        return given;
    }

    @Operation(summary = "Let a user sign in no more; sessions of the user end")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id) {
        users.disable(id);
    }
}
