package org.panbao.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out in which charset a file is, by decoding all of it strictly. */
final class TextCharset {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER_CHARACTERS = 8192;
    private static final int UNDECODABLE = -1;
    private static final int LAST_OF_ONE_BYTE = 0x7F;
    private static final int LAST_OF_TWO_BYTES = 0x7FF;

    private TextCharset() {}

    /** The charset of the whole file; throws {@link FileFault} when there is none that is taken, or no telling which. */
    static Charset of(CsvFile file, @Nullable Charset declared) throws IOException {
        refuseOtherFormats(file);
        return declared == null ? detected(file) : held(file, taken(declared));
    }

    private static Charset held(CsvFile file, Charset declared) throws IOException {
        if (highestCharacter(file, declared) == UNDECODABLE) {
            throw new FileFault("csv-charset-differs", Map.of("charset", declared.name()));
        }
        return declared;
    }

    /**
     * UTF-8 if all of the file is. Two bytes at a time can be UTF-8 and Chinese in GB18030 as well; a file with no
     * other characters than such is not guessed at.
     */
    private static Charset detected(CsvFile file) throws IOException {
        int highest = highestCharacter(file, StandardCharsets.UTF_8);
        boolean isSure = highest != UNDECODABLE && (highest <= LAST_OF_ONE_BYTE || highest > LAST_OF_TWO_BYTES);
        if (isSure) {
            return StandardCharsets.UTF_8;
        }
        boolean isGb18030 = highestCharacter(file, GB18030) != UNDECODABLE;
        if (highest == UNDECODABLE && !isGb18030) {
            throw new FileFault("csv-charset-unknown");
        }
        if (highest != UNDECODABLE && isGb18030) {
            throw new FileFault("csv-charset-unclear");
        }
        return isGb18030 ? GB18030 : StandardCharsets.UTF_8;
    }

    static Reader reader(CsvFile file, Charset charset) throws IOException {
        return new InputStreamReader(
                file.open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
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

    private static int highestCharacter(CsvFile file, Charset charset) throws IOException {
        int highest = 0;
        try (Reader reader = reader(file, charset)) {
            char[] buffer = new char[BUFFER_CHARACTERS];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    highest = Math.max(highest, buffer[i]);
                }
            }
            return highest;
        } catch (CharacterCodingException e) {
            return UNDECODABLE;
        }
    }

    private static void refuseOtherFormats(CsvFile file) throws IOException {
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
            case UTF_16 -> throw new FileFault("csv-utf-16");
            case TEXT -> {}
        }
    }
}
