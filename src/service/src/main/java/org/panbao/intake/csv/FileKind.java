package org.panbao.intake.csv;

import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes, whatever it is called; only workbooks are known by their name too. */
enum FileKind {
    ZIP,
    /** A workbook of the older binary kind; the newer kind is a zip. */
    EXCEL,
    /** Packed, but not as a zip: RAR, 7z or gzip. */
    OTHER_ARCHIVE,
    UTF_16,
    TEXT;

    /** How many bytes tell. */
    static final int SIGNATURE_BYTES = 4;

    private static final List<String> WORKBOOK_NAMES = List.of(".xlsx", ".xls", ".xlsm", ".xlsb", ".et");

    /** Whether a file calls itself a workbook, whatever lies in it. */
    static boolean isWorkbookName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return WORKBOOK_NAMES.stream().anyMatch(lower::endsWith);
    }

    static FileKind of(byte[] first) {
        return switch (number(first)) {
            case 0x504B0304, 0x504B0506, 0x504B0708 -> ZIP;
            case 0xD0CF11E0 -> EXCEL;
            case 0x52617221, 0x377ABCAF -> OTHER_ARCHIVE;
            default -> ofTwo(number(first) >>> 16);
        };
    }

    private static FileKind ofTwo(int firstTwo) {
        return switch (firstTwo) {
            case 0xFEFF, 0xFFFE -> UTF_16;
            case 0x1F8B -> OTHER_ARCHIVE;
            default -> TEXT;
        };
    }

    /** The first four bytes as one number; bytes that are not there count as zero. */
    private static int number(byte[] first) {
        int number = 0;
        for (int i = 0; i < SIGNATURE_BYTES; i++) {
            number = number << 8 | (i < first.length ? first[i] & 0xFF : 0);
        }
        return number;
    }
}
