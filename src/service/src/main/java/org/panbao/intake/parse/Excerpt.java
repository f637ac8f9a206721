package org.panbao.intake.parse;

/** Foreign text made fit to be shown in a finding: short, and without characters that JSON or a screen cannot carry. */
public final class Excerpt {

    private static final int MAX_LENGTH = 60;
    private static final int REPLACEMENT = 0xFFFD;

    private Excerpt() {}

    /** At most 60 characters of {@code text}. */
    public static String of(String text) {
        String clean = clean(text);
        return clean.codePointCount(0, clean.length()) <= MAX_LENGTH
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    /** The whole of {@code text} with unfit characters replaced by U+FFFD. */
    public static String clean(String text) {
        return text.codePoints()
                .map(c -> isFit(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a character may stand in a plan. */
    static boolean isFit(int codePoint) {
        return org.panbao.base.TextCharacters.isFit(codePoint);
    }
}
