package org.panbao.jobs.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.panbao.jobs.DoneItem;
import org.panbao.jobs.ItemFinding;

/** An item of a job that was done. */
@Schema(name = "JobItem")
record ItemAnswer(
        @Schema(description = "Place in the input, from 0") int position,

        @Schema(description = "How the input names it") String key,

        boolean accepted,

        @Schema(description = "What was made, for example planId, revision and the revision it follows, basedOn")
        Map<String, String> result,

        List<ItemFinding> findings) {

    static ItemAnswer of(DoneItem item) {
        return new ItemAnswer(
                item.position(),
                item.key(),
                item.outcome().accepted(),
                item.outcome().result(),
                item.outcome().findings());
    }
}
