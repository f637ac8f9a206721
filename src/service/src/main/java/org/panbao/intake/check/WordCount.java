package org.panbao.intake.check;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Words as a Chinese word processor counts them (字数): each Chinese character and each mark of punctuation counts one,
 * a run of Latin letters and digits counts one.
 */
final class WordCount {

    private static final Set<UnicodeScript> COUNTED_SINGLY =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private WordCount() {}

    static int of(String text) {
        int words = 0;
        boolean insideRun = false;
        for (int codePoint : text.codePoints().toArray()) {
            boolean joins =
                    Character.isLetterOrDigit(codePoint) && !COUNTED_SINGLY.contains(UnicodeScript.of(codePoint));
            boolean continues = joins || (insideRun && isInsideWord(codePoint));
            if (!continues && !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)) {
                words++;
            } else if (joins && !insideRun) {
                words++;
            }
            insideRun = continues;
        }
        return words;
    }

    /** ASCII punctuation written without a space after a word belongs to it: {@code 3.5%}, {@code e-mail}. */
    private static boolean isInsideWord(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F;
    }
}
