package org.panbao.intake.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.ReleaseFiles;

/**
 * Unified social credit codes by GB 32100-2015: 18 characters without I, O, S, V and Z, digits for the region in places
 * 3 to 8, and a check character modulo 31 at the end.
 *
 * <p>Some codes issued in an early pilot carry a wrong check character, and the enterprises cannot change them. They are
 * told from typing errors by three traits: a region of the pilot, the beginning of the serial number (places 9 to 17)
 * that the pilot gave out, and the serial number's own check character, which still holds (GB 11714-1997, modulo 11).
 * Regions and beginnings stand in {@code rules/intake/early-pilot-codes.csv}.
 */
public final class CreditCode {

    /** Why a code is refused or looked at by a person. */
    public enum Fault {
        LENGTH,
        CHARACTERS,
        REGION_PART,
        EARLY_PILOT,
        CHECK_DIGIT
    }

    private record Pilot(String region, String serial) {}

    private static final String PILOTS = "rules/intake/early-pilot-codes.csv";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] SERIAL_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SERIAL_CHECKS = "0123456789X";
    private static final int LENGTH = 18;
    private static final int SERIAL_START = 8;
    private static final Pattern CHARACTERS = Pattern.compile("[" + ALPHABET + "]+");
    private static final Pattern REGION_PART = Pattern.compile("[0-9]{6}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final List<Pilot> pilots;

    private CreditCode(List<Pilot> pilots) {
        this.pilots = List.copyOf(pilots);
    }

    public static CreditCode read(ReleaseFiles files) {
        return new CreditCode(CsvTable.read(files, PILOTS).rows().stream()
                .map(row -> new Pilot(row.text("region_prefix"), row.text("serial_prefix")))
                .toList());
    }

    /** Upper case, narrow characters, no spaces. */
    public static String normalise(String code) {
        String narrow = Normalizer.normalize(code, Normalizer.Form.NFKC);
        return SPACE.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a code in its normal form; empty when it is right. */
    public Optional<Fault> findFault(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(Fault.LENGTH);
        }
        if (!CHARACTERS.matcher(code).matches()) {
            return Optional.of(Fault.CHARACTERS);
        }
        if (!REGION_PART.matcher(code.substring(2, SERIAL_START)).matches()) {
            return Optional.of(Fault.REGION_PART);
        }
        if (checkCharacter(code) == code.charAt(LENGTH - 1)) {
            return Optional.empty();
        }
        return Optional.of(isEarlyPilot(code) ? Fault.EARLY_PILOT : Fault.CHECK_DIGIT);
    }

    private boolean isEarlyPilot(String code) {
        return serialCheckHolds(code)
                && pilots.stream()
                        .anyMatch(pilot ->
                                code.startsWith(pilot.region(), 2) && code.startsWith(pilot.serial(), SERIAL_START));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean serialCheckHolds(String code) {
        int sum = 0;
        for (int i = 0; i < SERIAL_WEIGHTS.length; i++) {
            sum += SERIAL_WEIGHTS[i] * Character.digit(code.charAt(SERIAL_START + i), 36);
        }
        return SERIAL_CHECKS.charAt((11 - sum % 11) % 11) == code.charAt(LENGTH - 2);
    }
}
