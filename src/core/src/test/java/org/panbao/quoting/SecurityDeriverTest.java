package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.profile.Plan.Certificate;
import org.panbao.profile.Plan.DeployedProduct;
import org.panbao.profile.Plan.Organisation;
import org.panbao.profile.Plan.PolicyDocument;
import org.panbao.profile.Plan.Security;
import org.panbao.profile.Plan.SecurityService;
import org.panbao.profile.Plan.Staff;
import org.panbao.profile.SecurityFact;

class SecurityDeriverTest {

    private static final LocalDate RATING_DATE = LocalDate.of(2026, 3, 1);
    private static final PolicyDocument OLD = policy(LocalDate.of(2024, 3, 1));
    private static final PolicyDocument NEW = policy(LocalDate.of(2026, 2, 19));
    private static final PolicyDocument UNDATED = policy(null);
    private static final SecurityService ENDED = service("2025-01-01", "2026-02-27");
    private static final SecurityService RUNNING = service("2025-01-01", null);
    private static final SecurityService PLANNED = service("2026-03-02", "2027-03-01");

    @Test
    void nothingListedIsNothingStated() {
        assertThat(derive(null, List.of(), List.of(), List.of(), null)).isEqualTo(SecurityFact.UNSTATED);
    }

    /** 19 February to 1 March 2026 is ten days; certificates 3 and 1. */
    @Test
    void theBestOfEachPartCounts() {
        SecurityFact fact = derive(
                new Organisation(true, false, null),
                List.of(OLD, NEW, UNDATED),
                List.of(product("64"), product("98.5"), product(null)),
                List.of(ENDED, PLANNED),
                new Staff(4, List.of(new Certificate("CISP", 3), new Certificate("CISSP", 1))));
        assertThat(fact).isEqualTo(new SecurityFact(true, false, 10, new BigDecimal("98.5"), 2, 4));
    }

    @Test
    void aServiceCountsFromItsFirstDayAndRunsUntilItsLast() {
        assertThat(serviceAge(PLANNED)).isNull();
        assertThat(serviceAge(RUNNING)).isZero();
        assertThat(serviceAge(ENDED, RUNNING, PLANNED)).isZero();
        assertThat(serviceAge(service("2026-03-01", "2026-12-31"))).isZero();
    }

    private static Integer serviceAge(SecurityService... services) {
        return derive(null, List.of(), List.of(), List.of(services), null).serviceAgeDays();
    }

    private static SecurityFact derive(
            Organisation organisation,
            List<PolicyDocument> policies,
            List<DeployedProduct> products,
            List<SecurityService> services,
            Staff staff) {
        return SecurityDeriver.derive(
                new Security(
                        null,
                        null,
                        null,
                        policies,
                        organisation,
                        products,
                        services,
                        staff,
                        List.of(),
                        List.of(),
                        null),
                RATING_DATE);
    }

    private static PolicyDocument policy(LocalDate reviewedOn) {
        return new PolicyDocument("policy", reviewedOn);
    }

    private static DeployedProduct product(String coveragePercent) {
        return new DeployedProduct(
                "EDR", "product", null, coveragePercent == null ? null : new BigDecimal(coveragePercent));
    }

    private static SecurityService service(String from, String to) {
        return new SecurityService(
                "MANAGED_SOC", "provider", LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
