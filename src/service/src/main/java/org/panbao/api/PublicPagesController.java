package org.panbao.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Text;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may read: what this service is, and what its problems mean. */
@Hidden
@RestController
final class PublicPagesController {

    private final ProblemTexts texts;
    private final Messages messages = Messages.of(PublicPagesController.class, "api");

    PublicPagesController(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The first page: name, purpose, where to go on. */
    record About(String service, Text about, Map<String, String> links) {}

    /** One problem code; marks in braces stand for the values of an occurrence. */
    record Described(String type, int status, Text title, Text detail) {}

    @GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
    About about() {
        return new About(
                "Panbao",
                messages.text("about"),
                Map.of(
                        "openapi", "/v3/api-docs",
                        "health", "/actuator/health",
                        "problems", "/problems"));
    }

    @GetMapping("/problems")
    List<Described> problems() {
        return Arrays.stream(ProblemCode.values()).map(this::described).toList();
    }

    @GetMapping("/problems/{slug}")
    Described problem(@PathVariable String slug) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .map(this::described)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    private Described described(ProblemCode code) {
        return new Described("/problems/" + code.slug(), code.status(), texts.title(code), texts.template(code));
    }
}
