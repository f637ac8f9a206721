package org.panbao.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.panbao.base.Language;
import org.panbao.documents.Block.Column;
import org.panbao.documents.Block.Fact;

/** Writes a document as Word (OOXML) on A4, with headings that Word knows as such, table heads that repeat, page numbers. */
public final class WordWriter {

    /** Media type of a Word document. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // lengths in twentieths of a point: A4 with margins of 2 cm
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private static final int TITLE_POINTS = 18;
    private static final int SECTION_POINTS = 14;
    private static final int SUBSECTION_POINTS = 12;
    private static final int TEXT_POINTS = 10;
    private static final int TABLE_POINTS = 8;

    private static final String LATIN_FONT = "Times New Roman";
    private static final String CHINESE_FONT = "SimSun";
    private static final String INK = "1F2A37";
    private static final String HEAD_FILL = "E8EEF4";
    private static final int LABEL_SHARE = 3;
    private static final int VALUE_SHARE = 7;

    private final XWPFDocument word;
    private final Document document;

    private WordWriter(XWPFDocument word, Document document) {
        this.word = word;
        this.document = document;
    }

    /** The document as a Word file. */
    public static byte[] bytes(Document document) {
        try (XWPFDocument word = new XWPFDocument()) {
            new WordWriter(word, document).writeAll();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeAll() {
        properties();
        page();
        footer();
        title();
        Block.Cases<Boolean> cases =
                new Block.Cases<>(this::heading, this::paragraph, this::facts, this::items, this::table);
        document.blocks().forEach(block -> block.fold(cases));
    }

    private void properties() {
        var core = word.getProperties().getCoreProperties();
        core.setTitle(document.title());
        core.setSubjectProperty(document.subtitle());
        core.setCreator("Panbao");
        core.setCreated(Optional.of(Date.from(document.made())));
        core.setModified(Optional.of(Date.from(document.made())));
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        BigInteger length = BigInteger.valueOf(MARGIN);
        margin.setLeft(length);
        margin.setRight(length);
        margin.setTop(length);
        margin.setBottom(length);
    }

    private void footer() {
        XWPFParagraph line = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        run(line, document.footer() + "  ", TABLE_POINTS);
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        run(line, " / ", TABLE_POINTS);
        line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void title() {
        XWPFParagraph title = word.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        run(title, document.title(), TITLE_POINTS).setBold(true);
        XWPFParagraph subtitle = word.createParagraph();
        subtitle.setAlignment(ParagraphAlignment.CENTER);
        subtitle.setSpacingAfter(200);
        run(subtitle, document.subtitle(), TEXT_POINTS);
    }

    private boolean heading(Block.Heading heading) {
        XWPFParagraph line = word.createParagraph();
        line.setPageBreak(heading.newPage());
        line.setSpacingBefore(240);
        line.setSpacingAfter(80);
        line.setKeepNext(true);
        // the outline level makes it a heading for navigation and for readers' software
        line.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
        XWPFRun run = run(line, heading.text(), heading.level() == 1 ? SECTION_POINTS : SUBSECTION_POINTS);
        run.setBold(true);
        run.setColor(INK);
        return true;
    }

    private boolean paragraph(Block.Paragraph paragraph) {
        XWPFParagraph line = word.createParagraph();
        line.setSpacingAfter(100);
        run(line, paragraph.text(), TEXT_POINTS).setBold(paragraph.notice());
        return true;
    }

    private boolean facts(Block.Facts facts) {
        List<XWPFTableRow> rows = newTable(facts.facts().size(), 2).getRows();
        for (int i = 0; i < facts.facts().size(); i++) {
            Fact fact = facts.facts().get(i);
            XWPFTableRow row = rows.get(i);
            cell(row.getCell(0), fact.label(), false, LABEL_SHARE * TEXT_WIDTH / (LABEL_SHARE + VALUE_SHARE));
            row.getCell(0).setColor(HEAD_FILL);
            cell(row.getCell(1), fact.value(), false, VALUE_SHARE * TEXT_WIDTH / (LABEL_SHARE + VALUE_SHARE));
        }
        return true;
    }

    private boolean items(Block.Items items) {
        for (String item : items.items()) {
            XWPFParagraph line = word.createParagraph();
            line.setIndentationLeft(360);
            line.setIndentationHanging(180);
            line.setSpacingAfter(40);
            run(line, "• " + item, TEXT_POINTS);
        }
        return true;
    }

    private boolean table(Block.Table table) {
        XWPFParagraph caption = word.createParagraph();
        caption.setSpacingBefore(120);
        caption.setKeepNext(true);
        run(caption, table.caption(), TEXT_POINTS).setBold(true);
        List<Column> columns = table.columns();
        List<XWPFTableRow> rows =
                newTable(table.rows().size() + 1, columns.size()).getRows();
        fill(rows.get(0), columns.stream().map(Column::title).toList(), columns);
        rows.get(0).setRepeatHeader(true);
        rows.get(0).getTableCells().forEach(cell -> cell.setColor(HEAD_FILL));
        for (int r = 0; r < table.rows().size(); r++) {
            fill(rows.get(r + 1), table.rows().get(r), columns);
        }
        return true;
    }

    private void fill(XWPFTableRow row, List<String> texts, List<Column> columns) {
        int shares = columns.stream().mapToInt(Column::share).sum();
        List<XWPFTableCell> cells = row.getTableCells();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            cell(cells.get(c), texts.get(c), column.number(), TEXT_WIDTH * column.share() / shares);
        }
        row.setCantSplitRow(true);
    }

    private XWPFTable newTable(int rows, int columns) {
        XWPFTable table = word.createTable(rows, columns);
        table.setWidth(TEXT_WIDTH);
        return table;
    }

    private void cell(XWPFTableCell cell, String text, boolean number, int width) {
        cell.setWidth(Integer.toString(width));
        XWPFParagraph line = cell.getParagraphArray(0);
        line.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        run(line, text, TABLE_POINTS);
    }

    private XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            run.setText(lines[i], i);
        }
        run.setFontSize(points);
        run.setLang(Language.EN.tag());
        run.getCTR().getRPr().getLangArray(0).setEastAsia(Language.ZH.tag());
        CTFonts fonts = run.getCTR().getRPr().addNewRFonts();
        fonts.setAscii(LATIN_FONT);
        fonts.setHAnsi(LATIN_FONT);
        fonts.setEastAsia(CHINESE_FONT);
        return run;
    }
}
