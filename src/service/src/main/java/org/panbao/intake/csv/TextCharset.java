package org.panbao.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out in which charset a file is: the first that decodes all of it without a fault. */
final class TextCharset {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> TAKEN = List.of(StandardCharsets.UTF_8, GB18030);
    private static final int BUFFER_CHARACTERS = 8192;

    private TextCharset() {}

    /** The charset of the whole file; throws {@link FileFault} when it is in none that is taken, or not in the declared one. */
    static Charset of(CsvFile file, @Nullable Charset declared) throws IOException {
        refuseOtherFormats(file);
        List<Charset> candidates = declared == null ? TAKEN : List.of(taken(declared));
        for (Charset charset : candidates) {
            if (decodes(file, charset)) {
                return charset;
            }
        }
        throw declared == null
                ? new FileFault("csv-charset-unknown")
                : new FileFault("csv-charset-differs", Map.of("charset", declared.name()));
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
        if (GB18030.contains(declared) && declared.name().startsWith("GB")) {
            return GB18030; // GB2312 and GBK are parts of it
        }
        throw new FileFault("csv-charset-not-taken", Map.of("charset", declared.name()));
    }

    private static boolean decodes(CsvFile file, Charset charset) throws IOException {
        try (Reader reader = reader(file, charset)) {
            char[] buffer = new char[BUFFER_CHARACTERS];
            while (reader.read(buffer) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
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
