package org.panbao.quoting;

import org.jspecify.annotations.Nullable;

/**
 * Section and division of a GB/T 4754-2017 code, which plans give with or without the letter: {@code C}, {@code C35},
 * {@code 3511}.
 *
 * @param section one letter; empty when the code is none
 * @param division two digits, or null when the code names the section only
 */
record IndustryCode(String section, @Nullable String division) {

    /** The last division of each section, from A to T. */
    private static final int[] LAST_DIVISION = {
        5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
    };

    static IndustryCode parse(String code) {
        String digits = code.replaceAll("^[A-Z]", "");
        String division = digits.matches("\\d{2,4}") ? digits.substring(0, 2) : null;
        if (!digits.equals(code)) {
            return new IndustryCode(code.substring(0, 1), division);
        }
        return new IndustryCode(division == null ? "" : sectionOf(Integer.parseInt(division)), division);
    }

    private static String sectionOf(int division) {
        for (int i = 0; i < LAST_DIVISION.length; i++) {
            if (division <= LAST_DIVISION[i]) {
                return String.valueOf((char) ('A' + i));
            }
        }
        return "";
    }
}
