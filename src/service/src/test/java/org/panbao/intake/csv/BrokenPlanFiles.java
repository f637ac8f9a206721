package org.panbao.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are broken as a whole, each with the fault that is to be named. */
final class BrokenPlanFiles {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private BrokenPlanFiles() {}

    /** A broken file and the finding that it must give: code, file, row, column. */
    record Broken(String what, String name, byte[] content, String code, String file, int row, String column) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Every one of them. */
    static Stream<Broken> all() {
        return Stream.of(charsets(), grammar(), headers(), zips(), otherFormats())
                .flatMap(Stream::distinct);
    }

    private static Stream<Broken> charsets() {
        byte[] cut = CsvFixtures.PLANS.getBytes(GB18030);
        cut[cut.length - 3] = (byte) 0xFF;
        return Stream.of(
                csv("UTF-16 little endian", withMark(0xFF, 0xFE, StandardCharsets.UTF_16LE), "csv-utf-16", 0, ""),
                csv("UTF-16 big endian", withMark(0xFE, 0xFF, StandardCharsets.UTF_16BE), "csv-utf-16", 0, ""),
                csv("UTF-16 without a mark", "plan,form".getBytes(StandardCharsets.UTF_16LE), "csv-character", 1, "A"),
                csv("neither UTF-8 nor GB18030", cut, "csv-charset-unknown", 2, "I"),
                csv(
                        "Latin letters with accents",
                        "plan,é\r\n".getBytes(StandardCharsets.ISO_8859_1),
                        "csv-charset-unknown",
                        1,
                        "B"),
                csv("UTF-8 or GB18030, no telling", plans("K1,é"), "csv-charset-unclear", 0, ""),
                csv("half a character at the end", new byte[] {'p', (byte) 0xE4}, "csv-charset-unknown", 1, "A"),
                csv("no byte at all", new byte[0], "csv-empty", 0, ""),
                csv("a byte order mark alone", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "csv-empty", 0, ""));
    }

    private static Stream<Broken> grammar() {
        String line = CsvFixtures.planLine("K1");
        String header = CsvFixtures.PLANS_HEADER;
        return Stream.of(
                csv("a NUL in a cell", plans(line.replace("软件", "软\0件")), "csv-character", 2, "E"),
                csv("a non-character", plans(line.replace("软件", "软\uFFFF件")), "csv-character", 2, "E"),
                csv("a quote inside a cell", plans(line.replace("软件", "软\"件")), "csv-quote-in-cell", 2, "E"),
                csv("a blank before a quote", plans(line.replace("软件", " \"软件\"")), "csv-quote-in-cell", 2, "E"),
                csv("text after a quote", plans(line.replace("软件", "\"软\"件")), "csv-text-after-quote", 2, "E"),
                csv("a quote never closed", plans(line.replace(",软件,", ",\"软件,")), "csv-quote-open", 2, "E"),
                csv(
                        "a quote never closed in row 3",
                        plans(line + "\r\n" + line.replace("K1", "\"K2")),
                        "csv-quote-open",
                        3,
                        "A"),
                csv("a cell too long", plans(line.replace("软件", "软".repeat(32_768))), "csv-cell-too-long", 2, "E"),
                csv("CR alone", bytes(header + "\r" + line), "csv-lone-cr", 1, "I"),
                csv("CR at the end", bytes(header + "\r\n" + line + "\r"), "csv-lone-cr", 2, "I"),
                csv("LF after CRLF", bytes(header + "\r\n" + line + "\n"), "csv-line-ends-mixed", 2, "I"),
                csv("CRLF after LF", bytes(header + "\n" + line + "\r\n"), "csv-line-ends-mixed", 2, "I"),
                csv("257 columns", bytes(header + ",#".repeat(248) + "\r\n"), "csv-too-many-columns", 1, "IW"));
    }

    private static Stream<Broken> headers() {
        String header = CsvFixtures.PLANS_HEADER;
        return Stream.of(
                csv("an unknown column", bytes(header + ",colour\r\n"), "csv-column-unknown", 1, "colour"),
                csv(
                        "a column without a name that has something in it",
                        bytes(header.replace(",form", ",,form") + ",,\r\n\r\n"
                                + CsvFixtures.planLine("K1").replace(",SHORT", ",,SHORT") + ",,x\r\n"),
                        "csv-column-unnamed",
                        3,
                        "L"),
                csv("a title above the header", bytes("投保方案,,,\r\n" + CsvFixtures.PLANS), "csv-header-missing", 1, ""),
                csv("a blank row above the header", bytes("\r\n" + CsvFixtures.PLANS), "csv-header-missing", 1, ""),
                csv("a column twice", bytes(header + ",form\r\n"), "csv-column-twice", 1, "form"),
                csv("the key twice", bytes(header + ",plan\r\n"), "csv-column-twice", 1, "plan"),
                csv(
                        "a required column missing",
                        bytes(header.replace(",planName", "")),
                        "csv-column-missing",
                        1,
                        "planName"),
                csv("semicolons", bytes(header.replace(',', ';')), "csv-separator", 1, ""),
                csv("tabs", bytes(header.replace(',', '\t')), "csv-separator", 1, ""),
                csv("full-width commas", bytes(header.replace(',', '，')), "csv-separator", 1, ""),
                csv("the template of another table", bytes(CsvFixtures.INSUREDS), "csv-wrong-table", 0, ""),
                csv("no row below the header", bytes(header + "\r\n"), "csv-no-rows", 0, ""),
                csv("nothing but notes", bytes(header + "\r\n#方案编号,表单\r\n"), "csv-no-rows", 0, ""),
                new Broken(
                        "a table known by its header, and no plans",
                        "data.csv",
                        bytes("plan,kind,name\r\nK1,FIREWALL,x\r\n"),
                        "csv-plans-table-missing",
                        "data.csv",
                        0,
                        ""),
                new Broken(
                        "a header of no table",
                        "data.csv",
                        bytes("a,b\r\n1,2\r\n"),
                        "csv-header-missing",
                        "data.csv",
                        1,
                        ""),
                new Broken(
                        "a header of more than one table",
                        "data.csv",
                        bytes("plan,name\r\n1,2\r\n"),
                        "csv-table-unknown",
                        "data.csv",
                        0,
                        ""));
    }

    private static Stream<Broken> zips() {
        return Stream.of(
                entry("a path out of the zip", "../plans.csv", "zip-path-traversal"),
                entry("a path out of the zip, Windows", "..\\plans.csv", "zip-path-traversal"),
                entry("a path up and down", "a/../../plans.csv", "zip-path-traversal"),
                entry("an absolute name", "/etc/plans.csv", "zip-absolute-name"),
                entry("a drive's letter", "C:\\plans.csv", "zip-absolute-name"),
                entry("a folder", "tables/", "zip-folder"),
                entry("a file in a folder", "tables/covers.csv", "zip-folder"),
                entry("a zip in the zip", "more.zip", "zip-nested"),
                entry("a file that is no CSV", "plan.json", "zip-not-csv"),
                entry("a picture", "照片.png", "zip-not-csv"),
                zip("an empty zip", CsvFixtures.zipOf(Map.of()), "csv-plans-table-missing", "plans.zip"),
                zip(
                        "a zip without plans",
                        CsvFixtures.zipOf(Map.of("insureds.csv", bytes(CsvFixtures.INSUREDS))),
                        "csv-plans-table-missing",
                        "plans.zip"),
                zip(
                        "a zip called CSV",
                        with("covers.csv", CsvFixtures.zipOf(Map.of("a.csv", bytes("a")))),
                        "zip-nested",
                        "covers.csv"),
                zip("a file named for no table", with("投保人.csv", bytes("plan")), "csv-table-unknown", "投保人.csv"),
                zip(
                        "a table under two names",
                        with("被保险人.csv", bytes(CsvFixtures.INSUREDS)),
                        "csv-table-twice",
                        "被保险人.csv"),
                zip(
                        "names that differ in case only",
                        with("PLANS.csv", bytes(CsvFixtures.PLANS)),
                        "zip-entry-twice",
                        "PLANS.csv"),
                zip(
                        "two entries of one name",
                        RawZip.twice("plans.csv", CsvFixtures.PLANS),
                        "zip-entry-twice",
                        "plans.csv"),
                zip(
                        "an encrypted entry",
                        RawZip.encrypted("plans.csv", CsvFixtures.PLANS),
                        "zip-encrypted",
                        "plans.csv"),
                zip("a symbolic link", RawZip.link("plans.csv", "/etc/passwd"), "zip-link", "plans.csv"),
                zip(
                        "an unusual way of packing",
                        RawZip.method("plans.csv", CsvFixtures.PLANS, 12),
                        "zip-method",
                        "plans.csv"),
                zip(
                        "a wrong checksum",
                        RawZip.wrongChecksum("plans.csv", CsvFixtures.PLANS),
                        "zip-damaged",
                        "plans.csv"),
                zip("a zip cut short", cut(CsvFixtures.zip(Map.of())), "zip-damaged", "plans.zip"),
                zip(
                        "a directory elsewhere",
                        RawZip.directoryElsewhere("plans.csv", CsvFixtures.PLANS),
                        "zip-damaged",
                        "plans.zip"),
                zip("a decoy of a directory", RawZip.decoy(many(33)), "zip-damaged", "plans.zip"),
                zip("a longer directory elsewhere", RawZip.locator(many(33)), "zip-damaged", "plans.zip"),
                zip("33 entries", many(33), "zip-too-many-entries", "plans.zip"),
                zip("a bomb", bomb("covers.csv", 16), "zip-ratio", "covers.csv"));
    }

    private static Stream<Broken> otherFormats() {
        byte[] oldWorkbook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        byte[] workbook = CsvFixtures.zipOf(Map.of("[Content_Types].xml", bytes("<Types/>")));
        return Stream.of(
                other("RAR", 0x52, 0x61, 0x72, 0x21, 0x1A, 0x07),
                other("7z", 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C),
                other("gzip", 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00),
                new Broken("an old workbook", "plans.xls", oldWorkbook, "csv-excel-workbook", "plans.xls", 0, ""),
                new Broken("a workbook", "plans.xlsx", workbook, "csv-excel-workbook", "plans.xlsx", 0, ""),
                new Broken(
                        "text called a workbook",
                        "plans.XLS",
                        bytes(CsvFixtures.PLANS),
                        "csv-excel-workbook",
                        "plans.XLS",
                        0,
                        ""),
                new Broken(
                        "a workbook of WPS by a long name",
                        "表".repeat(61) + ".et",
                        oldWorkbook,
                        "csv-excel-workbook",
                        "表".repeat(60) + "…",
                        0,
                        ""),
                entry("a file called a workbook in the zip", "covers.xlsx", "csv-excel-workbook"),
                zip("a workbook in the zip", with("covers.csv", oldWorkbook), "csv-excel-workbook", "covers.csv"));
    }

    private static Broken other(String kind, int... first) {
        byte[] content = new byte[first.length];
        for (int i = 0; i < first.length; i++) {
            content[i] = (byte) first[i];
        }
        return new Broken("an archive, " + kind, "plans.zip", content, "file-archive-kind", "plans.zip", 0, "");
    }

    private static Broken csv(String what, byte[] content, String code, int row, String column) {
        return new Broken(what, "plans.csv", content, code, "plans.csv", row, column);
    }

    private static Broken zip(String what, byte[] content, String code, String file) {
        return new Broken(what, "plans.zip", content, code, file, 0, "");
    }

    private static Broken entry(String what, String name, String code) {
        return zip(what, with(name, name.endsWith("/") ? new byte[0] : bytes("x")), code, name);
    }

    private static byte[] with(String name, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plans.csv", bytes(CsvFixtures.PLANS));
        entries.put("insureds.csv", bytes(CsvFixtures.INSUREDS));
        entries.put(name, content);
        return CsvFixtures.zipOf(entries);
    }

    private static byte[] many(int count) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(i + ".csv", bytes("x"));
        }
        return CsvFixtures.zipOf(entries);
    }

    /** A zip with an entry of so many megabytes of the letter x. */
    static byte[] bomb(String name, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] megabyte = "x".repeat(1024 * 1024).getBytes(UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("plans.csv"));
            zip.write(bytes(CsvFixtures.PLANS));
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] zip) {
        return Arrays.copyOf(zip, zip.length - 30);
    }

    static byte[] plans(String lines) {
        return bytes(CsvFixtures.PLANS_HEADER + "\r\n" + lines + "\r\n");
    }

    private static byte[] withMark(int first, int second, Charset charset) {
        byte[] text = CsvFixtures.PLANS.getBytes(charset);
        byte[] marked = new byte[text.length + 2];
        marked[0] = (byte) first;
        marked[1] = (byte) second;
        System.arraycopy(text, 0, marked, 2, text.length);
        return marked;
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
