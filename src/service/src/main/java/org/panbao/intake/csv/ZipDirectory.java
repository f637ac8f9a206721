package org.panbao.intake.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Counts the entries in a zip's directory without keeping them, because who opens a zip keeps them all. Layout by the
 * ZIP format's specification (APPNOTE 6.3.10, 4.3.12 and 4.3.14 to 4.3.16).
 */
final class ZipDirectory {

    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_BYTES = 46;
    private static final int ENTRY_NAME_LENGTH = 28;
    private static final int ENTRY_EXTRA_LENGTH = 30;
    private static final int ENTRY_COMMENT_LENGTH = 32;

    private static final int END = 0x06054B50;
    private static final int END_BYTES = 22;
    private static final int END_DIRECTORY_SIZE = 12;
    private static final int END_DIRECTORY_START = 16;

    /** Leads to the end in the form for zips of more than 4 GB, which some programs write for small ones too. */
    private static final int LOCATOR = 0x07064B50;

    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR_END_START = 8;
    private static final int LARGE_END = 0x06064B50;
    private static final int LARGE_END_BYTES = 56;
    private static final int LARGE_END_DIRECTORY_SIZE = 40;
    private static final int LARGE_END_DIRECTORY_START = 48;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipDirectory() {}

    /** Throws {@link FileFault} when there are more than {@code limit} entries, or no directory where it should be. */
    static void requireFewEntries(Path path, int limit) throws IOException {
        try (FileChannel zip = FileChannel.open(path, StandardOpenOption.READ)) {
            long at = directoryStart(zip);
            for (int entries = 0; ; entries++) {
                ByteBuffer entry = read(zip, at, ENTRY_BYTES);
                if (entry.remaining() < ENTRY_BYTES || entry.getInt(0) != ENTRY) {
                    return;
                }
                if (entries >= limit) {
                    throw new FileFault("zip-too-many-entries", Map.of("limit", Integer.toString(limit)));
                }
                at += ENTRY_BYTES
                        + length(entry, ENTRY_NAME_LENGTH)
                        + length(entry, ENTRY_EXTRA_LENGTH)
                        + length(entry, ENTRY_COMMENT_LENGTH);
            }
        }
    }

    private static long directoryStart(FileChannel zip) throws IOException {
        long from = Math.max(0, zip.size() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = read(zip, from, END_BYTES + LONGEST_COMMENT);
        for (int i = tail.remaining() - END_BYTES; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                boolean isLarge = isLocator(zip, from + i - LOCATOR_BYTES);
                long start = isLarge ? largeStart(zip, from + i - LOCATOR_BYTES) : start(tail, i, from + i);
                if (start >= 0 && begins(zip, start)) {
                    return start;
                }
                break;
            }
        }
        throw new FileFault("zip-damaged");
    }

    /** The directory ends where its end stands: nobody reads another than this. */
    private static long start(ByteBuffer tail, int at, long end) {
        long start = Integer.toUnsignedLong(tail.getInt(at + END_DIRECTORY_START));
        long size = Integer.toUnsignedLong(tail.getInt(at + END_DIRECTORY_SIZE));
        return start + size == end ? start : -1;
    }

    /** The same where a locator is; the end in the large form has to stand right before it. */
    private static long largeStart(FileChannel zip, long locator) throws IOException {
        long end = read(zip, locator + LOCATOR_END_START, Long.BYTES).getLong(0);
        if (end < 0 || end != locator - LARGE_END_BYTES) {
            return -1;
        }
        ByteBuffer large = read(zip, end, LARGE_END_BYTES);
        long start = large.getLong(LARGE_END_DIRECTORY_START);
        boolean isWhole = start + large.getLong(LARGE_END_DIRECTORY_SIZE) == end;
        return large.getInt(0) == LARGE_END && isWhole ? start : -1;
    }

    private static boolean begins(FileChannel zip, long start) throws IOException {
        ByteBuffer first = read(zip, start, Integer.BYTES);
        return first.remaining() == Integer.BYTES && (first.getInt(0) == ENTRY || first.getInt(0) == END);
    }

    private static boolean isLocator(FileChannel zip, long at) throws IOException {
        return at >= 0 && read(zip, at, Integer.BYTES).getInt(0) == LOCATOR;
    }

    private static int length(ByteBuffer entry, int offset) {
        return Short.toUnsignedInt(entry.getShort(offset));
    }

    private static ByteBuffer read(FileChannel zip, long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int read = zip.read(buffer, position + buffer.position());
            if (read < 0) {
                break;
            }
        }
        return buffer.flip();
    }
}
