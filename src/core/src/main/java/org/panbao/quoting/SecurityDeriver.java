package org.panbao.quoting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.Certificate;
import org.panbao.profile.Plan.DeployedProduct;
import org.panbao.profile.Plan.Organisation;
import org.panbao.profile.Plan.PolicyDocument;
import org.panbao.profile.Plan.Security;
import org.panbao.profile.Plan.SecurityService;
import org.panbao.profile.SecurityFact;

/** The best that a plan lists of each part of its security organisation: one entry more never makes it worse. */
final class SecurityDeriver {

    private SecurityDeriver() {}

    static SecurityFact derive(Security security, LocalDate ratingDate) {
        Organisation organisation = security.organisation();
        List<Certificate> certificates =
                security.staff() == null ? List.of() : security.staff().certificates();
        return new SecurityFact(
                organisation != null && Boolean.TRUE.equals(organisation.headAppointed()),
                organisation != null && Boolean.TRUE.equals(organisation.dedicatedBody()),
                latest(security.policies().stream().map(PolicyDocument::reviewedOn), ratingDate),
                widestCoverage(security.products()),
                latest(
                        security.services().stream()
                                .filter(service -> hasBegun(service, ratingDate))
                                .map(service -> Objects.requireNonNullElse(service.to(), ratingDate)),
                        ratingDate),
                certificates.stream().mapToInt(Certificate::count).sum());
    }

    /** Days since the latest of these days; 0 when it is still to come. */
    private static @Nullable Integer latest(Stream<@Nullable LocalDate> days, LocalDate ratingDate) {
        return days.filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(day -> ProfileDeriver.ageDays(day, ratingDate))
                .orElse(null);
    }

    private static @Nullable BigDecimal widestCoverage(List<DeployedProduct> products) {
        return products.stream()
                .map(DeployedProduct::coveragePercent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean hasBegun(SecurityService service, LocalDate ratingDate) {
        return service.from() == null || !service.from().isAfter(ratingDate);
    }
}
