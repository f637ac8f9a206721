package org.panbao.intake.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** GBK as Windows writes it (code page 936) to GB18030: the sign € is the single byte 0x80 there, and two bytes here. */
final class WindowsEuro extends FilterInputStream {

    private static final int EURO = 0x80;
    private static final byte[] EURO_IN_GB18030 = {(byte) 0xA2, (byte) 0xE3};
    private static final int LAST_LEAD = 0xFE;
    private static final int CHUNK_BYTES = 8192;

    private final byte[] chunk = new byte[CHUNK_BYTES];
    private boolean isAfterLead;
    private int rest;
    private boolean isHalfWritten;

    WindowsEuro(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (isHalfWritten) {
            isHalfWritten = false;
            buffer[offset] = EURO_IN_GB18030[1];
            return 1;
        }
        int count = in.read(chunk, 0, Math.max(1, Math.min(chunk.length, length / 2)));
        int to = offset;
        for (int i = 0; i < count; i++) {
            boolean isEuro = isEuro(Byte.toUnsignedInt(chunk[i]));
            buffer[to++] = isEuro ? EURO_IN_GB18030[0] : chunk[i];
            if (isEuro && to < offset + length) {
                buffer[to++] = EURO_IN_GB18030[1];
            } else {
                isHalfWritten = isEuro;
            }
        }
        return count < 0 ? count : to - offset;
    }

    /** Whether the next byte is the sign alone, and no part of a character of two or four bytes. */
    private boolean isEuro(int next) {
        if (rest > 0) {
            rest--;
            return false;
        }
        if (isAfterLead) {
            isAfterLead = false;
            rest = next >= '0' && next <= '9' ? 2 : 0;
            return false;
        }
        isAfterLead = next > EURO && next <= LAST_LEAD;
        return next == EURO;
    }
}
