package org.panbao.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.coverage.CoverageTables.Advice;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CoverStatus;

/** One item while its advice is put together: the worst status and the lowest sublimit count. */
final class ItemDraft {

    private final CoverItem item;
    private final List<Term> terms;
    private final List<AdviceReason> reasons = new ArrayList<>();
    private CoverStatus status;
    private @Nullable BigDecimal sublimitPercent;
    private boolean wanted;

    ItemDraft(CoverItem item, List<Term> standingTerms) {
        this.item = item;
        this.terms = new ArrayList<>(standingTerms);
        this.status = item.status();
    }

    void want(AdviceReason reason) {
        wanted = true;
        reasons.add(reason);
    }

    void suggest(AdviceReason reason) {
        reasons.add(reason);
    }

    boolean isCalledFor() {
        return !reasons.isEmpty();
    }

    void restrict(Advice advice, AdviceReason reason) {
        reasons.add(reason);
        if (advice.status() != null) {
            status = status.worse(advice.status());
        }
        BigDecimal percent = advice.sublimitPercent();
        if (percent != null) {
            sublimitPercent = sublimitPercent == null ? percent : sublimitPercent.min(percent);
        }
        Term term = advice.term();
        if (term != null && !terms.contains(term)) {
            terms.add(term);
        }
    }

    void block(AdviceReason reason) {
        reasons.add(reason);
        status = status.worse(CoverStatus.EXCLUDED);
    }

    ItemAdvice finish(LimitAdvisor limits, LimitAdvisor.Anchor anchor, EnterpriseFact enterprise) {
        return new ItemAdvice(
                item.code(),
                item.name(),
                item.line(),
                wanted,
                status,
                status.isPayable() ? limits.suggest(item, anchor, enterprise) : null,
                sublimitPercent,
                item.deductiblePercent(),
                item.waitingHours(),
                terms,
                reasons);
    }
}
