package org.panbao.ratebasis.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.panbao.ratebasis.RateBasisSigner;
import org.panbao.ratebasis.RateBasisSigner.KnownKey;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that rate bases are signed with. */
@RestController
@Tag(name = "quotes")
final class RateBasisKeyController {

    private final RateBasisSigner signer;

    RateBasisKeyController(RateBasisSigner signer) {
        this.signer = signer;
    }

    /** Keys that sign or signed, the current one first. */
    @Schema(name = "RateBasisKeys")
    record Keys(List<KnownKey> keys) {}

    @Operation(
            summary = "Public keys of rate bases",
            description = "Ed25519, as SubjectPublicKeyInfo in Base64: the one that signs now, then those that signed "
                    + "before. docs/verify/rate_basis.py takes this answer as --key.")
    @ApiResponse(responseCode = "200", description = "The keys")
    @GetMapping(path = "/api/v1/rate-basis-keys", produces = MediaType.APPLICATION_JSON_VALUE)
    Keys keys() {
        return new Keys(signer.knownKeys());
    }
}
