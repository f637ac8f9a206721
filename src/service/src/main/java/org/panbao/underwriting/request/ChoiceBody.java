package org.panbao.underwriting.request;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value that an underwriter chose inside a filed row. */
public record ChoiceBody(
        @Schema(example = "0.85") String value,
        @Schema(example = "renewal of a clean account") String reason,
        @Nullable String evidence) {}
