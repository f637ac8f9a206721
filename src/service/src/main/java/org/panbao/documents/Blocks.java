package org.panbao.documents;

import java.util.ArrayList;
import java.util.List;
import org.panbao.documents.Block.Column;
import org.panbao.documents.Block.Fact;

/** Collects the blocks of a document in order. Lists and tables without rows are left out. */
final class Blocks {

    private final List<Block> blocks = new ArrayList<>();

    void section(String title) {
        blocks.add(new Block.Heading(1, title, false));
    }

    void appendix(String title) {
        blocks.add(new Block.Heading(1, title, true));
    }

    void subsection(String title) {
        blocks.add(new Block.Heading(2, title, false));
    }

    void paragraph(String text) {
        blocks.add(new Block.Paragraph(text, false));
    }

    void notice(String text) {
        blocks.add(new Block.Paragraph(text, true));
    }

    void facts(List<Fact> facts) {
        blocks.add(new Block.Facts(facts));
    }

    void items(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(items));
        }
    }

    void table(String caption, List<Column> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(caption, columns, rows));
        }
    }

    List<Block> list() {
        return List.copyOf(blocks);
    }
}
