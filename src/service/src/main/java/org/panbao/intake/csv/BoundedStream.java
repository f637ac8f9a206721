package org.panbao.intake.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells after every piece how many bytes have come so far; who listens may throw and so end the reading. */
final class BoundedStream extends FilterInputStream {

    private final LongConsumer bound;
    private long count;

    BoundedStream(InputStream stream, LongConsumer bound) {
        super(stream);
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        return counted(b, b < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        return counted(read, Math.max(read, 0));
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, Integer.MAX_VALUE)).length;
    }

    private int counted(int result, int bytes) {
        count += bytes;
        bound.accept(count);
        return result;
    }
}
