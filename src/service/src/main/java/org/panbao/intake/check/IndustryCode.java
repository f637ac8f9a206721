package org.panbao.intake.check;

/** Industry codes as people write them: {@code C3670} is the class 3670 with its section in front. */
public final class IndustryCode {

    private IndustryCode() {}

    /** The code without a section letter in front of its digits. */
    public static String normalise(String code) {
        return code.length() > 1 && Character.isLetter(code.charAt(0)) ? code.substring(1) : code;
    }
}
