package org.panbao.releases;

import java.util.List;
import java.util.Optional;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.releases.store.JdbcReleaseStore;
import org.panbao.rulebook.ReleaseInfo;
import org.panbao.startup.ReleaseSummary;
import org.panbao.startup.StartNotice;
import org.panbao.storage.ContentStore;
import org.panbao.storage.TenantTransactions;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Puts the packaged release into the database. Into an empty one it goes as the active release; beside an active one it
 * goes as a draft, because a new program must not change prices by being started.
 */
@Component
class ReleaseSeeding implements ApplicationRunner, ReleaseSummary, StartNotice {

    private final PackagedRulebook packaged;
    private final JdbcReleaseStore store;
    private final ContentStore content;
    private final TenantTransactions transactions;

    ReleaseSeeding(
            PackagedRulebook packaged, JdbcReleaseStore store, ContentStore content, TenantTransactions transactions) {
        this.packaged = packaged;
        this.store = store;
        this.content = content;
        this.transactions = transactions;
    }

    /** Runs before the service reports that it is ready, and waits for the rules to be compiled. */
    @Override
    public void run(ApplicationArguments args) {
        ReleaseInfo release = packaged.await().release();
        transactions.asOperator(() -> {
            if (store.find(release.digest()).isEmpty()) {
                add(release, store.active().isEmpty() ? ReleaseState.ACTIVE : ReleaseState.DRAFT);
            }
            return release.digest();
        });
    }

    private void add(ReleaseInfo release, ReleaseState state) {
        String archive = content.put(ReleaseArchive.pack(packaged.files()), ReleaseArchive.MEDIA_TYPE);
        store.add(new ReleaseRecord(
                release.digest(),
                release.id(),
                release.version(),
                release.effectiveFrom(),
                release.publishedOn(),
                archive,
                state));
    }

    @Override
    public Text summary() {
        String name = active().map(ReleaseSeeding::shortName).orElse("-");
        return new Text(name, name);
    }

    /** What is missing: a loss model; and the release that the program came with, when another one is live. */
    @Override
    public List<Text> lines() {
        String shipped = packaged.await().release().digest();
        boolean other = active().filter(live -> live.digest().equals(shipped)).isEmpty();
        Messages messages = Messages.of(ReleaseSeeding.class, "releases");
        Text noModel = messages.text("no-loss-model");
        return other
                ? List.of(messages.text("shipped-is-draft").with("digest", shipped.substring(0, 12)), noModel)
                : List.of(noModel);
    }

    private Optional<ReleaseRecord> active() {
        return transactions.asOperator(() -> store.active().stream().findFirst());
    }

    private static String shortName(ReleaseRecord release) {
        return release.id() + " " + release.version() + " (" + release.digest().substring(0, 12) + ")";
    }
}
