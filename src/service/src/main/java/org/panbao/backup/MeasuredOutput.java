package org.panbao.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.panbao.base.Sha256;

/** Counts and hashes what goes through; closing it leaves the stream behind it open. */
final class MeasuredOutput extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private final BooleanSupplier givenUp;
    private long bytes;

    /** {@code givenUp} is asked before each piece. */
    MeasuredOutput(OutputStream behind, BooleanSupplier givenUp) {
        super(behind);
        this.givenUp = givenUp;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        BackupRefused.ifGivenUp(givenUp);
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** Asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
