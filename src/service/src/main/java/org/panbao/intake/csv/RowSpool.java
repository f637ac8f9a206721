package org.panbao.intake.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.panbao.storage.TemporaryFiles;

/**
 * Rows in a temporary file, grouped by plan wherever they stood: each row is written with the place of the plan's row
 * before it, so that memory holds one place for each plan and none for each row.
 */
final class RowSpool implements Closeable {

    private static final int WRITE_BYTES = 64 * 1024;
    private static final int READ_BYTES = 4096;
    private static final int HEAD_BYTES = Long.BYTES + Integer.BYTES;
    /** Head, table and row of a record. */
    private static final int PLACE_BYTES = HEAD_BYTES + Byte.BYTES + Integer.BYTES;

    private static final long NONE = -1;

    /** What is known of one plan's rows without reading them. */
    static final class Chain {
        private SpooledPlace place;
        private long last = NONE;
        private int rows;
        private long bytes;

        private Chain(SpooledPlace place) {
            this.place = place;
        }

        /** The plan's line, or the first of its rows while no such line has come. */
        SpooledPlace place() {
            return place;
        }

        int rows() {
            return rows;
        }

        /** Size of the rows' cells. */
        long bytes() {
            return bytes;
        }
    }

    /** Where a row stands. */
    record SpooledPlace(TableFile file, int row) {}

    private final FileChannel file;
    private final ByteBuffer waiting = ByteBuffer.allocate(WRITE_BYTES);
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final List<TableFile> tables = new ArrayList<>();
    private long written;

    private RowSpool(FileChannel file) {
        this.file = file;
    }

    /** An empty spool, in a file that goes with it. */
    static RowSpool in(TemporaryFiles files) throws IOException {
        Path path = files.make("rows");
        try {
            return new RowSpool(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    void add(String key, SpooledRow row) throws IOException {
        SpooledPlace place = new SpooledPlace(row.file(), row.row());
        Chain chain = chains.computeIfAbsent(key, k -> new Chain(place));
        if (row.file().table().isPlans() && !chain.place.file().table().isPlans()) {
            chain.place = place;
        }
        byte[] content = bytes(row);
        long start = written;
        write(ByteBuffer.allocate(HEAD_BYTES)
                .putLong(chain.last)
                .putInt(content.length)
                .flip());
        write(ByteBuffer.wrap(content));
        chain.last = start;
        chain.rows++;
        chain.bytes += content.length;
    }

    /** Keys of the plans, in the order in which they first came. */
    Set<String> keys() {
        return Collections.unmodifiableSet(chains.keySet());
    }

    /** Throws when there is no such plan. */
    Chain chain(String key) {
        Chain chain = chains.get(key);
        if (chain == null) {
            throw new IllegalArgumentException("no rows of this plan");
        }
        return chain;
    }

    /** The rows of a plan, in the order in which they came. */
    List<SpooledRow> rows(String key) throws IOException {
        flush();
        List<SpooledRow> found = new ArrayList<>();
        long place = chain(key).last;
        while (place != NONE) {
            ByteBuffer record = read(place, READ_BYTES);
            long before = record.getLong();
            int length = record.getInt();
            if (record.remaining() < length) {
                record = read(place + HEAD_BYTES, length);
            }
            found.add(row(record, length));
            place = before;
        }
        Collections.reverse(found);
        return found;
    }

    /** Where the rows of a plan stand, by file; reads nothing else of them. */
    Map<TableFile, RowRuns> runs(String key) throws IOException {
        flush();
        Map<Integer, RowRuns> found = new TreeMap<>();
        long place = chain(key).last;
        while (place != NONE) {
            ByteBuffer record = read(place, PLACE_BYTES);
            place = record.getLong();
            record.getInt();
            int table = Byte.toUnsignedInt(record.get());
            found.computeIfAbsent(table, k -> new RowRuns()).add(record.getInt());
        }
        Map<TableFile, RowRuns> runs = new LinkedHashMap<>();
        found.forEach((table, rows) -> runs.put(tables.get(table), rows));
        return runs;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private byte[] bytes(SpooledRow row) throws IOException {
        if (!tables.contains(row.file())) {
            tables.add(row.file());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream content = new DataOutputStream(bytes);
        content.writeByte(tables.indexOf(row.file()));
        content.writeInt(row.row());
        content.writeUTF(row.fault());
        content.writeShort(row.cells().size());
        for (Map.Entry<Integer, String> cell : row.cells().entrySet()) {
            byte[] text = cell.getValue().getBytes(StandardCharsets.UTF_8);
            content.writeShort(cell.getKey());
            content.writeInt(text.length);
            content.write(text);
        }
        return bytes.toByteArray();
    }

    private SpooledRow row(ByteBuffer record, int length) throws IOException {
        byte[] bytes = new byte[length];
        record.get(bytes);
        DataInputStream content = new DataInputStream(new ByteArrayInputStream(bytes));
        TableFile table = tables.get(content.readUnsignedByte());
        int row = content.readInt();
        String fault = content.readUTF();
        Map<Integer, String> cells = new HashMap<>();
        for (int rest = content.readUnsignedShort(); rest > 0; rest--) {
            int position = content.readUnsignedShort();
            cells.put(position, new String(content.readNBytes(content.readInt()), StandardCharsets.UTF_8));
        }
        return new SpooledRow(table, row, fault, cells);
    }

    private void write(ByteBuffer bytes) {
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            if (!waiting.hasRemaining()) {
                flush();
            }
            int length = Math.min(waiting.remaining(), bytes.remaining());
            waiting.put(bytes.slice().limit(length));
            bytes.position(bytes.position() + length);
        }
    }

    /** A fault of this disk is none of the file that is read. */
    private void flush() {
        waiting.flip();
        try {
            while (waiting.hasRemaining()) {
                file.write(waiting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.clear();
    }

    private ByteBuffer read(long place, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer, place + buffer.position());
        }
        return buffer.flip();
    }
}
