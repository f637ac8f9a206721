package org.panbao.backup;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.panbao.base.Messages;
import org.panbao.base.Text;

/**
 * A backup cannot be made or restored, for a reason that the operator can understand. The words are in
 * {@code messages/backup.properties} under {@code refused.<key>}.
 */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Messages MESSAGES = Messages.of(BackupRefused.class, "backup");

    private final String key;
    private final transient Map<String, String> values;
    private final boolean ofInput;

    private BackupRefused(String key, Map<String, String> values, boolean ofInput) {
        super(key + " " + values);
        this.key = key;
        this.values = Map.copyOf(values);
        this.ofInput = ofInput;
    }

    /** The backup file itself is at fault: damaged, foreign, or of a newer version. */
    static BackupRefused file(String key, Map<String, String> values) {
        return new BackupRefused(key, values, true);
    }

    /** It cannot be done here: rights or room are missing, a folder is not empty. */
    static BackupRefused here(String key, Map<String, String> values) {
        return new BackupRefused(key, values, false);
    }

    /** Throws when the work is to be given up, because the process is ending. */
    static void ifGivenUp(BooleanSupplier givenUp) {
        if (givenUp.getAsBoolean()) {
            throw here("given-up", Map.of());
        }
    }

    /** What is wrong and what to do, in both languages. */
    public Text text() {
        return MESSAGES.text("refused." + key, values);
    }

    /** Whether the backup file is at fault, and not the place or the rights. */
    public boolean isOfInput() {
        return ofInput;
    }
}
