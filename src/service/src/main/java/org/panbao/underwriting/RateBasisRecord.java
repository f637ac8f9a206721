package org.panbao.underwriting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.profile.EnterpriseFact;
import org.panbao.quoting.ChoiceOverride;
import org.panbao.quoting.InsuredOutcome;
import org.panbao.quoting.QuoteInput;
import org.panbao.quoting.QuoteOutcome;
import org.panbao.quoting.RangeCheck;
import org.panbao.rating.RateBasisTree;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RatingResult.ChoiceUsed;
import org.panbao.rulebook.Hit;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.ReleaseInfo;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.answer.QuoteBodies;
import org.panbao.underwriting.answer.ScheduleBodies;

/**
 * Puts a rate-basis record together ({@code docs/rate-basis.md}): who asked, the release by its digests, the facts as
 * the rules saw them, what fired, every step of the premium. Everything a replay needs is in {@code question}.
 */
final class RateBasisRecord {

    /** Sections of a calculation that are empty lists when nothing is priced. */
    private static final List<String> NOTHING_PRICED = List.of(
            "inputs",
            "exposure",
            "steps",
            "caps",
            "coefficientTotals",
            "offTable",
            "choices",
            "unresolved",
            "warnings");

    private RateBasisRecord() {}

    static Map<String, Object> of(Circumstances around, QuoteInput input, QuoteOutcome outcome, Rulebook rulebook) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("identity", identity(around, input, outcome));
        record.put("release", release(rulebook.release(), around.build()));
        record.put("question", RecordJson.tree(input));
        List<Finding> checks = new ArrayList<>(around.plan().findingsInQuote());
        checks.addAll(outcome.inputChecks());
        record.put("dataChecks", list(checks));
        record.put("dataCheckCounts", Finding.counts(checks));
        record.putAll(comparable(input, outcome, rulebook, around.lookFrom()));
        return record;
    }

    /** The parts that a replay has to find again, without who asked and when. */
    static Map<String, Object> comparable(
            QuoteInput input, QuoteOutcome outcome, Rulebook rulebook, LocalDate lookFrom) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("rules", Map.of("fired", fired(outcome, matched(input, outcome, rulebook))));
        parts.put("score", RecordJson.tree(QuoteBodies.score(outcome.assessment())));
        parts.put("decision", decision(outcome));
        parts.put("rangeChecks", rangeChecks(input, outcome, rulebook));
        parts.put("overrides", overrides(outcome.overrides(), Circumstances.expiresOn(lookFrom, rulebook)));
        parts.putAll(rating(outcome.rating()));
        return parts;
    }

    private static Map<String, Object> identity(Circumstances around, QuoteInput input, QuoteOutcome outcome) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("quoteId", around.quoteId().toString());
        identity.put("quoteVersion", "1");
        identity.put("ratedAt", around.at().toString());
        identity.put("ratingDate", input.profile().ratingDate().toString());
        identity.put("lookFrom", around.lookFrom().toString());
        identity.put("requestedBy", around.caller().actor());
        identity.put("role", around.caller().role().slug());
        identity.put("organisation", around.caller().organisationCode());
        identity.put("planId", around.plan().planId().toString());
        identity.put("planRevision", Integer.toString(around.plan().revision()));
        identity.put("planSha256", around.plan().sha256());
        identity.put("filing", RecordJson.tree(outcome.filing()));
        identity.put("sampleProduct", outcome.product().sample());
        return identity;
    }

    private static Map<String, Object> release(ReleaseInfo release, String build) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", release.id());
        named.put("version", release.version());
        named.put("digest", release.digest());
        named.put("logicDigest", release.logicDigest());
        named.put("tablesDigest", release.tablesDigest());
        named.put("engineBuild", build);
        return named;
    }

    /** The facts that rules read: those of all together, and where only an insured by itself made a rule fire, its own. */
    private static SortedMap<String, List<SortedMap<String, String>>> matched(
            QuoteInput input, QuoteOutcome outcome, Rulebook rulebook) {
        SortedMap<String, List<SortedMap<String, String>>> facts =
                new TreeMap<>(rulebook.firedOn(input.profile().facts()));
        Set<String> open = Stream.concat(outcome.assessment().hits().stream(), outcome.advice().hits().stream())
                .map(Hit::ruleId)
                .filter(rule -> !facts.containsKey(rule))
                .collect(Collectors.toCollection(TreeSet::new));
        for (InsuredOutcome insured : outcome.insureds()) {
            if (!open.isEmpty()) {
                rulebook.firedOn(insured.insured().profile().facts()).forEach((rule, read) -> {
                    if (open.remove(rule)) {
                        facts.put(rule, read);
                    }
                });
            }
        }
        return facts;
    }

    private static List<Map<String, Object>> fired(
            QuoteOutcome outcome, SortedMap<String, List<SortedMap<String, String>>> facts) {
        TreeMap<String, TreeSet<String>> subjects = new TreeMap<>();
        for (List<Hit> hits :
                List.of(outcome.assessment().hits(), outcome.advice().hits())) {
            hits.forEach(hit -> subjects.computeIfAbsent(hit.ruleId(), id -> new TreeSet<>())
                    .add(hit.subject()));
        }
        return subjects.entrySet().stream()
                .map(rule -> Map.<String, Object>of(
                        "rule", rule.getKey(),
                        "subjects", List.copyOf(rule.getValue()),
                        "facts", facts.getOrDefault(rule.getKey(), List.of())))
                .toList();
    }

    private static List<Map<String, Object>> rangeChecks(QuoteInput input, QuoteOutcome outcome, Rulebook rulebook) {
        RatingResult rating = outcome.rating();
        if (rating == null) {
            return List.of();
        }
        Plausibility bounds = Plausibility.of(rulebook);
        return ownFacts(input, rating)
                .flatMap(own -> RangeCheck.of(outcome.product(), own.exposures(), own.enterprise(), bounds).stream())
                .map(RateBasisRecord::rangeCheck)
                .toList();
    }

    /** What was priced and on whose facts: those of the whole, or of each insured of a schedule. */
    private record OwnFacts(List<RatingResult.Exposure> exposures, EnterpriseFact enterprise) {}

    private static Stream<OwnFacts> ownFacts(QuoteInput input, RatingResult rating) {
        if (rating.insureds().isEmpty()) {
            return Stream.of(new OwnFacts(rating.exposures(), input.profile().enterprise()));
        }
        return input.insureds().stream()
                .map(insured -> new OwnFacts(
                        rating.exposures().stream()
                                .filter(exposure -> insured.insuredId().equals(exposure.insured()))
                                .toList(),
                        insured.profile().enterprise()));
    }

    private static Map<String, Object> rangeCheck(RangeCheck check) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("check", check.check());
        named.put("ref", check.ref());
        named.put("value", plain(check.value()));
        named.put("low", plain(check.usual().low()));
        named.put("high", plain(check.usual().high()));
        named.put("verdict", check.verdict().name());
        return named;
    }

    private static List<Map<String, Object>> overrides(List<ChoiceOverride> overrides, LocalDate expiresOn) {
        return overrides.stream().map(override -> override(override, expiresOn)).toList();
    }

    private static Map<String, Object> override(ChoiceOverride override, LocalDate expiresOn) {
        ChoiceUsed used = override.choice();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("ref", used.ref());
        named.put("coefficient", used.coefficient());
        named.put("cover", used.cover());
        named.put("oldValue", plain(override.oldValue()));
        named.put("newValue", plain(used.value()));
        named.put("reason", used.choice().reason());
        named.put("by", used.choice().by());
        named.put("authorityNeeded", override.needed().name());
        named.put("authorityHeld", override.held().name());
        named.put("withinAuthority", override.isWithinAuthority());
        named.put("expiresOn", expiresOn.toString());
        if (used.insured() != null) {
            named.put("insured", used.insured());
        }
        return named;
    }

    private static Map<String, Object> decision(QuoteOutcome outcome) {
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("decision", outcome.decision().name());
        decision.put("neededAuthority", outcome.neededAuthority().name());
        decision.put("sumInsured", plain(outcome.sumInsuredCny()));
        decision.put("reasons", list(QuoteBodies.reasons(outcome.reasons())));
        decision.put("flags", list(QuoteBodies.flags(outcome.assessment())));
        decision.put("conditions", conditions(outcome));
        decision.put("coverage", list(QuoteBodies.coverage(outcome.coverage())));
        decision.put("referral", RecordJson.tree(QuoteBodies.referral(outcome)));
        if (!outcome.insureds().isEmpty()) {
            decision.put("insureds", list(ScheduleBodies.insureds(outcome.insureds())));
        }
        return decision;
    }

    /** As they were found; what to do and by when follows from the release and the dates, and the answer says it. */
    private static List<Map<String, Object>> conditions(QuoteOutcome outcome) {
        List<Map<String, Object>> conditions = list(QuoteBodies.conditions(outcome.conditions()));
        conditions.forEach(condition -> condition.keySet().removeAll(List.of("remedy", "dueOn")));
        return conditions;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** The calculation; for a decline its sections are there and empty. */
    private static Map<String, Object> rating(@Nullable RatingResult rating) {
        if (rating != null) {
            return RateBasisTree.of(rating);
        }
        Map<String, Object> none = new LinkedHashMap<>();
        for (String section : NOTHING_PRICED) {
            none.put(section, List.of());
        }
        none.put("product", null);
        none.put("term", null);
        none.put("result", null);
        return none;
    }

    private static List<Map<String, Object>> list(List<?> records) {
        return records.stream().map(RecordJson::tree).toList();
    }
}
