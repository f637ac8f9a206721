package org.panbao.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.access.store.OrganisationStore;
import org.panbao.audit.AuditLog;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.TextCharacters;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.stereotype.Component;

/** Organisations. Enterprises are shown to themselves and the operator; those who serve, to all. */
@Component
public class Organisations {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final int MAX_NAME = 200;

    private final OrganisationStore store;
    private final AuditLog audit;

    Organisations(OrganisationStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Those that the caller may see, by code; throws {@link Problem} INVALID_REQUEST on a limit or cursor that does not fit. */
    public Page<Organisation> list(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest page = PageRequest.of("organisations", 1, limit, cursor);
        return Page.of(store.list(page), page, organisation -> List.of(organisation.code()));
    }

    /** One organisation; throws {@link Problem} NOT_FOUND when the caller may see none with this id. */
    public Organisation load(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** The organisation with this code, if the caller may see it. */
    public Optional<Organisation> findByCode(String code) {
        return CODE.matcher(code).matches() ? store.findIdByCode(code).flatMap(store::find) : Optional.empty();
    }

    /** Those of {@code ids} that the caller may see. */
    public Map<UUID, Organisation> byId(Collection<UUID> ids) {
        return store.list(ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    /** Registers an organisation; throws {@link Problem} INVALID_REQUEST with everything that is wrong with it. */
    public Organisation register(String code, OrganisationKind kind, String name) {
        boolean fit = CODE.matcher(code).matches();
        new Findings()
                .when(!fit, "/code", "organisation.code-form")
                .when(name.isBlank() || name.length() > MAX_NAME, "/name", "organisation.name-length")
                .when(!TextCharacters.areFit(name), "/name", "organisation.name-character")
                .when(kind == OrganisationKind.OPERATOR, "/kind", "organisation.one-operator")
                .when(fit && store.findIdByCode(code).isPresent(), "/code", "organisation.code-taken")
                .orThrow();
        Organisation made = new Organisation(UUID.randomUUID(), code, kind, name);
        store.add(made);
        audit.append(
                "organisation.added",
                "organisation",
                made.id().toString(),
                Map.of("code", made.code(), "kind", made.kind().name()));
        return made;
    }
}
