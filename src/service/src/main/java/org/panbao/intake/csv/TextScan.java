package org.panbao.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

/** All bytes of a file decoded in one charset: what characters there are, and where the bytes are none. */
final class TextScan {

    private static final int BUFFER_BYTES = 8192;
    private static final int LAST_OF_ONE_BYTE = 0x7F;
    private static final int LAST_OF_TWO_BYTES = 0x7FF;

    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER_BYTES);
    private long beyondOneByte;
    private long beyondTwoBytes;
    private long faults;
    private boolean isQuoted;
    private int row = 1;
    private int column = 1;

    private TextScan(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static TextScan of(CsvFile file, Charset charset) throws IOException {
        TextScan scan = new TextScan(charset);
        try (InputStream stream = TextCharset.bytes(file, charset)) {
            scan.read(stream);
        }
        return scan;
    }

    /** Whether every byte belongs to a character. */
    boolean isSound() {
        return faults == 0;
    }

    /** How many places have bytes that are no character. */
    long faults() {
        return faults;
    }

    /** How many characters UTF-8 writes with two bytes or more. */
    long beyondOneByte() {
        return beyondOneByte;
    }

    /** How many characters UTF-8 writes with three bytes or more. */
    long beyondTwoBytes() {
        return beyondTwoBytes;
    }

    /** A fault at the cell with the first byte that is no character; asked where the file is not sound. */
    FileFault fault(String code, Map<String, String> values) {
        return new FileFault(code, row, column, values);
    }

    private void read(InputStream stream) throws IOException {
        int count = 0;
        while (count >= 0) {
            count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(count, 0));
            bytes.flip();
            decode(count < 0);
            bytes.compact();
        }
    }

    private void decode(boolean isEnd) {
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow()) {
            int from = bytes.position();
            result = decoder.decode(bytes, characters, isEnd);
            count();
            if (faults == 0) {
                advance(from, bytes.position());
            }
            if (result.isError()) {
                faults++;
                bytes.position(bytes.position() + result.length());
            }
        }
    }

    private void count() {
        characters.flip();
        while (characters.hasRemaining()) {
            char next = characters.get();
            boolean isCounted = next > LAST_OF_ONE_BYTE && !Character.isLowSurrogate(next);
            beyondOneByte += isCounted ? 1 : 0;
            beyondTwoBytes += isCounted && next > LAST_OF_TWO_BYTES ? 1 : 0;
        }
        characters.clear();
    }

    /** Quote, comma and line feed are no part of a longer character in any charset that is taken. */
    private void advance(int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = bytes.get(i);
            if (next == '"') {
                isQuoted = !isQuoted;
            } else if (next == ',' && !isQuoted) {
                column++;
            } else if (next == '\n' && !isQuoted) {
                column = 1;
                row++;
            }
        }
    }
}
