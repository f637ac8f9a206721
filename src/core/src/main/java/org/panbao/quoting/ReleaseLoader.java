package org.panbao.quoting;

import org.panbao.coverage.CoverAdvisor;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookCheck;
import org.panbao.rulebook.RulebookException;
import org.panbao.scoring.RiskAssessor;

/**
 * Loads a release to quote by: every table is read as a decision reads it before the first quote is asked for, so that no
 * quote fails on a cell that was wrong from the start. The one list of those who read tables.
 */
public final class ReleaseLoader {

    private ReleaseLoader() {}

    /** The release, ready for quotes; throws {@link RulebookException} naming file and line of the faults. */
    public static Rulebook load(ReleaseFiles files, RuleCache cache) {
        Rulebook rulebook = Rulebook.load(files, cache);
        try {
            readTables(rulebook);
        } catch (RulebookException e) {
            rulebook.close();
            throw e;
        }
        return rulebook;
    }

    /** The release looked at as its author does: every fault of every part. */
    public static RulebookCheck check(ReleaseFiles files, RuleCache cache) {
        return RulebookCheck.of(files, cache, ReleaseLoader::readTables);
    }

    private static void readTables(Rulebook rulebook) {
        Faults faults = new Faults();
        faults.run(() -> RiskAssessor.readTables(rulebook));
        faults.run(() -> CoverAdvisor.readTables(rulebook));
        faults.run(() -> AuthorityMatrix.of(rulebook));
        faults.run(() -> Capacities.of(rulebook));
        faults.run(() -> Plausibility.of(rulebook));
        faults.run(() -> QuoteSettings.of(rulebook));
        new TableLinks(rulebook, faults).check();
        faults.throwIfAny("rules");
    }
}
