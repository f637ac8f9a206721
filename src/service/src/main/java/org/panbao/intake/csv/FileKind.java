package org.panbao.intake.csv;

/** What a file is by its first bytes, whatever it is called. */
enum FileKind {
    ZIP,
    /** A workbook of the older binary kind; the newer kind is a zip. */
    EXCEL,
    UTF_16,
    TEXT;

    /** How many bytes tell. */
    static final int SIGNATURE_BYTES = 4;

    static FileKind of(byte[] first) {
        return switch (number(first)) {
            case 0x504B0304, 0x504B0506, 0x504B0708 -> ZIP;
            case 0xD0CF11E0 -> EXCEL;
            default -> isUtf16(number(first) >>> 16) ? UTF_16 : TEXT;
        };
    }

    private static boolean isUtf16(int firstTwo) {
        return firstTwo == 0xFEFF || firstTwo == 0xFFFE;
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
