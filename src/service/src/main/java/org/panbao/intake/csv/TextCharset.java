package org.panbao.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out in which charset a file is, by decoding all of it strictly. */
final class TextCharset {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String DAMAGED = "csv-charset-damaged";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextCharset() {}

    /** The charset of the whole file; throws {@link FileFault} when there is none that is taken, or no telling which. */
    static Charset of(CsvFile file, @Nullable Charset declared) throws IOException {
        boolean isMarked = begins(file);
        if (declared != null) {
            return held(file, taken(declared), isMarked);
        }
        return isMarked ? marked(file) : detected(file);
    }

    private static Charset held(CsvFile file, Charset declared, boolean isMarked) throws IOException {
        Map<String, String> values = Map.of("charset", declared.name());
        if (isMarked && !declared.equals(StandardCharsets.UTF_8)) {
            throw new FileFault("csv-charset-differs", 1, 1, values);
        }
        TextScan scan = TextScan.of(file, declared);
        if (!scan.isSound()) {
            throw scan.fault("csv-charset-differs", values);
        }
        return declared;
    }

    private static Charset marked(CsvFile file) throws IOException {
        TextScan scan = TextScan.of(file, StandardCharsets.UTF_8);
        if (!scan.isSound()) {
            throw scan.fault(DAMAGED, Map.of());
        }
        return StandardCharsets.UTF_8;
    }

    /**
     * UTF-8 if all of the file is. Two bytes at a time can be UTF-8 and Chinese in GB18030 as well; a file with no
     * other characters than such is not guessed at. Three bytes are hardly ever both: a file with more such characters
     * than places that are no UTF-8 is UTF-8 with a damage, though GB18030 could make characters of it.
     */
    private static Charset detected(CsvFile file) throws IOException {
        TextScan utf8 = TextScan.of(file, StandardCharsets.UTF_8);
        if (utf8.isSound() && (utf8.beyondOneByte() == 0 || utf8.beyondTwoBytes() > 0)) {
            return StandardCharsets.UTF_8;
        }
        if (!utf8.isSound() && utf8.beyondTwoBytes() > utf8.faults()) {
            throw utf8.fault(DAMAGED, Map.of());
        }
        TextScan gb18030 = TextScan.of(file, GB18030);
        if (!utf8.isSound() && !gb18030.isSound()) {
            throw gb18030.fault("csv-charset-unknown", Map.of());
        }
        if (gb18030.isSound() && utf8.beyondOneByte() > 0 && utf8.beyondOneByte() >= utf8.faults()) {
            throw new FileFault("csv-charset-unclear");
        }
        return gb18030.isSound() ? GB18030 : StandardCharsets.UTF_8;
    }

    static Reader reader(CsvFile file, Charset charset) throws IOException {
        return new InputStreamReader(
                bytes(file, charset),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The bytes as this charset has them, from the beginning. */
    static InputStream bytes(CsvFile file, Charset charset) throws IOException {
        return charset.equals(GB18030) ? new WindowsEuro(file.open()) : file.open();
    }

    private static Charset taken(Charset declared) {
        if (declared.equals(StandardCharsets.UTF_8)) {
            return declared;
        }
        if (declared.name().startsWith("GB")) {
            return GB18030; // GB2312 and GBK are parts of it
        }
        throw new FileFault("csv-charset-not-taken", Map.of("charset", declared.name()));
    }

    /** Whether the file begins with the byte order mark of UTF-8; throws {@link FileFault} when it begins as no text. */
    private static boolean begins(CsvFile file) throws IOException {
        byte[] first;
        try (InputStream stream = file.open()) {
            first = stream.readNBytes(FileKind.SIGNATURE_BYTES);
        }
        if (first.length == 0) {
            throw new FileFault("csv-empty");
        }
        switch (FileKind.of(first)) {
            case ZIP -> throw new FileFault("zip-nested");
            case EXCEL -> throw new FileFault("csv-excel-workbook");
            case OTHER_ARCHIVE -> throw new FileFault("file-archive-kind");
            case UTF_16 -> throw new FileFault("csv-utf-16");
            case TEXT -> {}
        }
        return Arrays.equals(Arrays.copyOf(first, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
    }
}
