package org.panbao.underwriting;

/** A reason as a person wrote it: what only looks like text is not one. */
final class WrittenReason {

    private WrittenReason() {}

    /**
     * The reason with line ends of one character, however they were sent, and without blanks of any script or characters
     * that cannot be seen at its two ends; empty when nothing else is in it.
     */
    static String of(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        while (start < text.length() && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || isFiller(codePoint);
    }

    /** Letters and marks by their category, which show nothing: fillers of Hangul, empty Braille, variation selectors. */
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }
}
