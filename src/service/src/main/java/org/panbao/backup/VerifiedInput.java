package org.panbao.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.panbao.base.Sha256;

/** Gives the bytes of an entry and throws before its end is told when they are not what the manifest states. */
final class VerifiedInput extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private final Manifest.Content stated;
    private final BooleanSupplier givenUp;
    private long bytes;
    private boolean ended;

    /** {@code givenUp} is asked before each piece. */
    VerifiedInput(InputStream behind, Manifest.Content stated, BooleanSupplier givenUp) {
        super(behind);
        this.stated = stated;
        this.givenUp = givenUp;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        BackupRefused.ifGivenUp(givenUp);
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            verifyOnce();
            return read;
        }
        digest.update(buffer, offset, read);
        bytes += read;
        if (bytes > stated.bytes()) {
            throw new DamagedEntry(stated.entry());
        }
        return read;
    }

    private void verifyOnce() throws IOException {
        if (!ended) {
            ended = true;
            if (bytes != stated.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(stated.sha256())) {
                throw new DamagedEntry(stated.entry());
            }
        }
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("every byte is read");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The bytes of an entry are not those that were written. */
    static final class DamagedEntry extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedEntry(String entry) {
            super("digest or size of " + entry);
        }
    }
}
