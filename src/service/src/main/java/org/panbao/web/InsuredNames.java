package org.panbao.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.Insured;

/** The insureds of a schedule by name; by their ids alone where the plan is open to the caller no longer. */
final class InsuredNames {

    private final Map<String, String> names;

    private InsuredNames(Map<String, String> names) {
        this.names = names;
    }

    static InsuredNames of(@Nullable Plan plan) {
        return new InsuredNames(
                plan == null
                        ? Map.of()
                        : plan.insureds().stream()
                                .collect(Collectors.toMap(Insured::insuredId, Insured::name, (one, two) -> one)));
    }

    /** With the id, for two insureds may share a name. */
    public String name(String insuredId) {
        String name = names.get(insuredId);
        return name == null ? insuredId : insuredId + " " + name;
    }

    public String names(List<String> insuredIds) {
        return insuredIds.stream().map(this::name).collect(Collectors.joining(", "));
    }
}
