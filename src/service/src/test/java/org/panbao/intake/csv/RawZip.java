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

    /** The end leads to the last entry of the directory alone, as a decoy for who counts entries from there. */
    static byte[] decoy(byte[] zip) {
        ByteBuffer changed = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        changed.putInt(find(changed, END) + 16, find(changed, CENTRAL));
        return zip;
    }

    /** Before the end stands what leads to the directory of a zip of more than 4 GB. */
    static byte[] locator(byte[] zip) {
        ByteBuffer whole = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = find(whole, END);
        ByteBuffer changed = ByteBuffer.allocate(zip.length + 20).order(ByteOrder.LITTLE_ENDIAN);
        changed.put(zip, 0, end).putInt(0x07064B50).position(end + 20);
        changed.put(zip, end, zip.length - end);
        // the size reaches to the end, so that only the locator gives it away
        changed.putInt(end + 20 + 12, changed.getInt(end + 20 + 12) + 20);
        return changed.array();
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
