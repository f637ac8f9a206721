package org.panbao.architecture.offender;

import java.io.IOException;
import java.io.InputStream;

/** Planted: reads a stream. */
public class LoadsAResource {
    public int read(InputStream stream) throws IOException {
        return stream.read();
    }
}
