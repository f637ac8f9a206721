package org.panbao.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Text;

/** A problem as it is written on the wire (RFC 9457), in the caller's language and in both. */
@Schema(name = "Problem", description = "RFC 9457 problem. Further members carry the values that the detail names.")
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "instance", "titles", "details", "findings"})
public record ProblemBody(
        @Schema(example = "/problems/not-found") String type,
        String title,
        int status,
        @Schema(example = "not-found") String code,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        Text titles,
        Text details,
        List<Finding> findings,
        @JsonIgnore Map<String, String> values) {

    public ProblemBody {
        findings = List.copyOf(findings);
        values = Collections.unmodifiableMap(new TreeMap<>(values)); // the same order in every process
    }

    /** Extension members. */
    @JsonAnyGetter
    public Map<String, String> extensions() {
        return values;
    }
}
