package org.panbao.documents;

import java.time.Instant;
import java.util.List;
import org.panbao.base.Language;

/**
 * A document, whatever it is written as.
 *
 * @param subtitle number and state, under the title
 * @param footer stands on every page
 * @param made when what it says came about; not when it was written, so that the same quote gives the same document
 */
public record Document(
        Language language, String title, String subtitle, String footer, Instant made, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }
}
