package org.panbao.intake.csv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Zips that no ordinary program would write: ordinary ones with single fields changed. Offsets by APPNOTE 6.3.10. */
final class RawZip {

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int LINK_MODE = 0120777;
    private static final int UNIX = 3;

    private RawZip() {}

    /** Two entries of the same name; names are written before they are made the same. */
    static byte[] twice(String name, String content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        String other = "x" + name.substring(1);
        entries.put(other, content.getBytes(StandardCharsets.UTF_8));
        String latin = new String(CsvFixtures.zipOf(entries), StandardCharsets.ISO_8859_1);
        return latin.replace(other, name).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] encrypted(String name, String content) {
        ByteBuffer zip = one(name, content);
        int local = find(zip, LOCAL);
        int central = find(zip, CENTRAL);
        zip.putShort(local + 6, (short) (zip.getShort(local + 6) | 1));
        zip.putShort(central + 8, (short) (zip.getShort(central + 8) | 1));
        return zip.array();
    }

    static byte[] link(String name, String target) {
        ByteBuffer zip = one(name, target);
        int central = find(zip, CENTRAL);
        zip.put(central + 5, (byte) UNIX);
        zip.putInt(central + 38, LINK_MODE << 16);
        return zip.array();
    }

    static byte[] method(String name, String content, int method) {
        ByteBuffer zip = one(name, content);
        zip.putShort(find(zip, LOCAL) + 8, (short) method);
        zip.putShort(find(zip, CENTRAL) + 10, (short) method);
        return zip.array();
    }

    static byte[] wrongChecksum(String name, String content) {
        ByteBuffer zip = one(name, content);
        int central = find(zip, CENTRAL);
        zip.putInt(central + 16, zip.getInt(central + 16) ^ 1);
        return zip.array();
    }

    static byte[] directoryElsewhere(String name, String content) {
        ByteBuffer zip = one(name, content);
        zip.putInt(find(zip, END) + 16, 7);
        return zip.array();
    }

    /** The name's bytes as Windows in Chinese writes them, without the mark for UTF-8. */
    static byte[] namedInGbk(byte[] zipWithPlaceholder, String placeholder, byte[] name) {
        String latin = new String(zipWithPlaceholder, StandardCharsets.ISO_8859_1);
        return latin.replace(placeholder, new String(name, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer one(String name, String content) {
        byte[] zip = CsvFixtures.zipOf(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int find(ByteBuffer zip, int signature) {
        int at = zip.limit() - Integer.BYTES;
        while (zip.getInt(at) != signature) {
            at--;
        }
        return at;
    }
}
