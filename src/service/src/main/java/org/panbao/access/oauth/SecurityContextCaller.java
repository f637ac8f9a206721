package org.panbao.access.oauth;

import java.util.Optional;
import java.util.UUID;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.audit.AuditedCaller;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.CurrentTenant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller of the request on this thread, for all who ask in their own words. */
@Component
final class SecurityContextCaller implements CurrentCaller, CurrentTenant, AuditedCaller {

    @Override
    public Caller require() {
        return findCaller().orElseThrow(() -> new Problem(ProblemCode.UNAUTHORIZED));
    }

    @Override
    public Optional<UUID> find() {
        return findCaller().map(Caller::organisationId);
    }

    @Override
    public Who who() {
        return require().who();
    }

    @Override
    public Optional<Caller> findCaller() {
        return CallerOf.authentication(SecurityContextHolder.getContext().getAuthentication());
    }
}
