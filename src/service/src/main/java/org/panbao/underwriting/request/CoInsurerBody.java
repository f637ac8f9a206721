package org.panbao.underwriting.request;

import io.swagger.v3.oas.annotations.media.Schema;

/** One insurer of several and its part of sum insured and premium. */
@Schema(name = "CoInsurerRequest")
public record CoInsurerBody(
        @Schema(description = "code of the organisation, or the name of an insurer outside", example = "demo-insurer-1")
        String insurer,

        @Schema(description = "percent; all together make 100", example = "60")
        String sharePercent,

        boolean lead) {}
