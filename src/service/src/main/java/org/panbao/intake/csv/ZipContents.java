package org.panbao.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.panbao.intake.parse.Excerpt;

/** The CSV files of a zip: its entries looked at before any is unpacked, and bounded while they are. */
final class ZipContents implements Closeable {

    private static final Charset WINDOWS_CHINESE = Charset.forName("GB18030");
    private static final String NOTES = "readme.txt";
    private static final String WORKBOOK_PART = "[content_types].xml";
    private static final List<String> MACOS_ADDITIONS = List.of("__macosx/", ".ds_store");
    private static final List<String> ARCHIVES = List.of(".zip", ".rar", ".7z", ".gz", ".tar");
    private static final String FOLDER = "zip-folder";
    private static final long RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

    private final ZipFile zip;
    private final PlanFileLimits limits;

    private ZipContents(ZipFile zip, PlanFileLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** Opens a zip; throws {@link FileFault} when it is damaged or has more entries than the bound. */
    static ZipContents open(Path path, PlanFileLimits limits) throws IOException {
        ZipDirectory.requireFewEntries(path, limits.maxEntries());
        try {
            ZipFile zip = ZipFile.builder()
                    .setPath(path)
                    .setCharset(StandardCharsets.ISO_8859_1) // names are decoded here, from their bytes
                    .setUseUnicodeExtraFields(false)
                    .get();
            return new ZipContents(zip, limits);
        } catch (IOException e) {
            throw new FileFault("zip-damaged");
        }
    }

    /** The CSV files, in the order of the zip; entries that are not taken become findings, a folder only one. */
    List<CsvFile> files(FileFindings findings) {
        List<CsvFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> folders = new HashSet<>();
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        if (entries.stream().anyMatch(entry -> name(entry).equalsIgnoreCase(WORKBOOK_PART))) {
            findings.fault("", new FileFault("csv-excel-workbook"));
            return List.of();
        }
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry);
            String lower = name.toLowerCase(Locale.ROOT);
            String fault = fault(entry, lower);
            if (fault.equals(FOLDER) && !folders.add(topFolder(lower))) {
                continue; // told already
            }
            if (!fault.isEmpty()) {
                findings.fault(Excerpt.of(name), new FileFault(fault));
            } else if (!names.add(lower)) {
                findings.fault(Excerpt.of(name), new FileFault("zip-entry-twice"));
            } else if (!isPassedOver(lower)) {
                files.add(new CsvFile(Excerpt.of(name), () -> open(entry)));
            }
        }
        return files;
    }

    private static boolean isPassedOver(String lower) {
        return lower.equals(NOTES) || MACOS_ADDITIONS.stream().anyMatch(lower::startsWith);
    }

    /** What is wrong with an entry before it is unpacked, as a code; empty if nothing. */
    private static String fault(ZipArchiveEntry entry, String name) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "zip-encrypted";
        }
        if (entry.isUnixSymlink()) {
            return "zip-link";
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            return "zip-method";
        }
        return MACOS_ADDITIONS.stream().anyMatch(name::startsWith) ? "" : nameFault(name);
    }

    private static String nameFault(String name) {
        if (name.startsWith("/") || name.startsWith("\\") || name.matches("[a-z]:.*")) {
            return "zip-absolute-name";
        }
        if (List.of(name.split("[/\\\\]", -1)).contains("..")) {
            return "zip-path-traversal";
        }
        if (name.contains("/") || name.contains("\\")) {
            return FOLDER;
        }
        if (FileKind.isWorkbookName(name)) {
            return "csv-excel-workbook";
        }
        if (ARCHIVES.stream().anyMatch(name::endsWith)) {
            return "zip-nested";
        }
        return name.endsWith(".csv") || name.equals(NOTES) ? "" : "zip-not-csv";
    }

    private static String topFolder(String name) {
        return name.split("[/\\\\]", 2)[0];
    }

    /** Marked as UTF-8, or UTF-8 by its bytes, or else as Windows in Chinese writes names. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, WINDOWS_CHINESE);
        }
    }

    private InputStream open(ZipArchiveEntry entry) throws IOException {
        InputStream checked = ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .get();
        return new BoundedStream(checked, count -> requireRatio(entry, count));
    }

    private void requireRatio(ZipArchiveEntry entry, long count) {
        long packed = Math.max(1, entry.getCompressedSize());
        if (count > RATIO_COUNTS_FROM_BYTES && count / packed > limits.maxRatio()) {
            throw new FileFault("zip-ratio", Map.of("limit", Integer.toString(limits.maxRatio())));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
