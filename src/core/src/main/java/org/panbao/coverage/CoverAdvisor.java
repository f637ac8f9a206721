package org.panbao.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.panbao.base.Text;
import org.panbao.coverage.CoverageTables.Advice;
import org.panbao.coverage.CoverageTables.RiskScenario;
import org.panbao.profile.Profile;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Hit.CoverHit;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;
import org.panbao.scoring.Gate;
import org.panbao.scoring.GateEffect;
import org.panbao.scoring.RiskAssessment;

/**
 * Advises a scope of cover. An item is in it when the plan wants it, when a scenario of the plan calls for it, or when a
 * rule suggests it from the facts; rules and gates then restrict what is in it.
 */
public final class CoverAdvisor {

    private static final String ALL = "ALL";

    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject).thenComparing(Hit::toString);

    /** The advice for all insureds of a schedule as one risk, and for each of them by itself. */
    public record Schedule(CoverAdvice together, List<CoverAdvice> each) {}

    private final Profile profile;
    private final CoverageTables tables;
    private final Map<String, ItemDraft> drafts = new LinkedHashMap<>();
    private final List<BitingExclusion> biting = new ArrayList<>();

    private CoverAdvisor(Profile profile, CoverageTables tables) {
        this.profile = profile;
        this.tables = tables;
        tables.items().forEach(item -> drafts.put(item.code(), new ItemDraft(item, tables.standingTerms(item.code()))));
    }

    /** Reads the tables of cover; throws {@link RulebookException} naming the faults of all their rows. */
    public static void readTables(Rulebook rulebook) {
        Faults faults = new Faults();
        faults.run(() -> CoverageTables.of(rulebook));
        faults.run(() -> InsurableLimits.of(rulebook));
        faults.throwIfAny("rules");
    }

    /** Same profile, assessment and rulebook, same advice, on any thread. */
    public static CoverAdvice advise(Profile profile, RiskAssessment assessment, Rulebook rulebook) {
        CoverageTables tables = CoverageTables.of(rulebook);
        List<Hit> hits = rulebook.coverRules().fire(tables.answersRead().factsOf(profile));
        return advise(profile, assessment, hits, tables);
    }

    /**
     * Advice for a schedule: the rules that hold for any insured by itself, and those that read all of them together.
     */
    public static CoverAdvice adviseSchedule(
            Profile profile, RiskAssessment assessment, Schedule schedule, Rulebook rulebook) {
        CoverageTables tables = CoverageTables.of(rulebook);
        Stream<Hit> ofAll = schedule.together().hits().stream()
                .filter(hit -> tables.wholeRules().contains(hit.ruleId()));
        Stream<Hit> ofOne = schedule.each().stream()
                .flatMap(own -> own.hits().stream())
                .filter(hit -> !tables.wholeRules().contains(hit.ruleId()));
        List<Hit> hits = Stream.concat(ofAll, ofOne).distinct().sorted(ORDER).toList();
        return advise(profile, assessment, hits, tables);
    }

    private static CoverAdvice advise(
            Profile profile, RiskAssessment assessment, List<Hit> hits, CoverageTables tables) {
        CoverAdvisor advisor = new CoverAdvisor(profile, tables);
        advisor.callFor(hits);
        advisor.drafts.values().removeIf(draft -> !draft.isCalledFor());
        advisor.restrict(hits);
        advisor.block(assessment.gates(GateEffect.COVER_BLOCK));
        return advisor.finish(hits);
    }

    private void callFor(List<Hit> hits) {
        for (WantedCoverFact wanted : profile.wantedCovers()) {
            ItemDraft draft = drafts.get(wanted.item());
            if (draft != null) {
                draft.want(new AdviceReason("ITM-WANTED", "wanted." + wanted.item(), tables.wantedReason()));
            }
        }
        for (String code : profile.need().scenarios()) {
            RiskScenario scenario = tables.findScenario(code);
            if (scenario != null) {
                draftsOf(scenario.items())
                        .forEach(draft -> draft.suggest(new AdviceReason(code, "need.scenarios", scenario.reason())));
            }
        }
        for (Hit hit : hits) {
            if (hit instanceof CoverHit cover && adviceOf(cover).kind() == Advice.Kind.SUGGEST) {
                draftsOf(List.of(cover.item())).forEach(draft -> draft.suggest(reason(cover)));
            }
        }
    }

    private void restrict(List<Hit> hits) {
        for (Hit hit : hits) {
            if (hit instanceof CoverHit cover && adviceOf(cover).kind() == Advice.Kind.RESTRICT) {
                Advice advice = adviceOf(cover);
                Collection<ItemDraft> concerned =
                        cover.item().equals(ALL) ? drafts.values() : draftsOf(List.of(cover.item()));
                concerned.forEach(draft -> draft.restrict(advice, reason(cover)));
                Term term = advice.term();
                if (term != null && term.kind() == Term.Kind.EXCLUSION && !concerned.isEmpty()) {
                    biting.add(
                            new BitingExclusion(term, cover.item(), cover.ruleId(), cover.subject(), advice.reason()));
                }
            }
        }
    }

    private void block(List<Gate> gates) {
        for (Gate gate : gates) {
            draftsOf(gate.items())
                    .forEach(draft -> draft.block(new AdviceReason(gate.ruleId(), gate.subject(), gate.reason())));
        }
    }

    private CoverAdvice finish(List<Hit> hits) {
        LimitAdvisor limits = tables.limits();
        LimitAdvisor.Anchor anchor = limits.anchor(profile);
        List<ItemAdvice> items = new ArrayList<>();
        drafts.values().forEach(draft -> items.add(draft.finish(limits, anchor, profile.enterprise())));
        for (WantedCoverFact wanted : profile.wantedCovers()) {
            if (!tables.isKnown(wanted.item())) {
                items.add(unmapped(wanted));
            }
        }
        return new CoverAdvice(items, anchor.aggregateCny(), anchor.id(), biting, hits);
    }

    private ItemAdvice unmapped(WantedCoverFact wanted) {
        AdviceReason reason = new AdviceReason("ITM-UNKNOWN", "wanted." + wanted.item(), tables.unknownItemReason());
        return new ItemAdvice(
                wanted.item(),
                new Text(wanted.item(), wanted.item()),
                null,
                true,
                CoverStatus.UNMAPPED,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(reason));
    }

    private List<ItemDraft> draftsOf(List<String> items) {
        List<ItemDraft> found = new ArrayList<>();
        for (String item : items) {
            ItemDraft draft = drafts.get(item);
            if (draft != null) {
                found.add(draft);
            }
        }
        return found;
    }

    private Advice adviceOf(CoverHit hit) {
        return tables.advice(hit.ruleId());
    }

    private AdviceReason reason(CoverHit hit) {
        return new AdviceReason(hit.ruleId(), hit.subject(), adviceOf(hit).reason());
    }
}
