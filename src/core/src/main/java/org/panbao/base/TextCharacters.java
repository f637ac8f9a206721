package org.panbao.base;

/** Which characters a text of somebody else may have, so that a database, JSON and a screen can all carry it. */
public final class TextCharacters {

    private TextCharacters() {}

    /** Whether every character of {@code text} is fit; see {@link #isFit(int)}. */
    public static boolean areFit(String text) {
        return text.codePoints().allMatch(TextCharacters::isFit);
    }

    /**
     * Whether a character may stand in a text: no control characters except tab and line ends, no half of a surrogate
     * pair, no non-character, no mark that turns the direction of reading, no byte order mark.
     */
    public static boolean isFit(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return true;
        }
        boolean turnsDirection = (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0xFEFF;
        boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !turnsDirection
                && !nonCharacter
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
