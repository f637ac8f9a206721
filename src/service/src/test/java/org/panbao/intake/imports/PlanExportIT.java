package org.panbao.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.Role;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.csv.PlanFileLimits;
import org.panbao.intake.store.PlanStore;
import org.panbao.storage.Page;
import org.panbao.storage.TenantTransactions;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import org.springframework.util.unit.DataSize;

/** Which plans go into one file, where one file takes two. */
class PlanExportIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final UUID organisation = UUID.fromString(SERVER.organisationId("demo-insurer-2"));
    private final PlanExport exports =
            new PlanExport(SERVER.bean(PlanStore.class), new OneCaller(organisation), twoPlans());

    @Test
    void morePlansThanAnImportTakesAreExportedInPartsOrNotAtAll() {
        ApiClient owner = SERVER.as("demo-insurer-2", "insurer");
        MadeUpEnterprises enterprises = new MadeUpEnterprises("分批-" + UUID.randomUUID() + "-");
        List<UUID> filed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            filed.add(UUID.fromString(owner.post("/api/v1/plans", enterprises.plan(i))
                    .json()
                    .get("planId")
                    .asString()));
        }

        SERVER.bean(TenantTransactions.class).inOrganisation(organisation, () -> {
            List<UUID> exported = new ArrayList<>();
            for (int part = 1; part <= exports.parts(); part++) {
                Page<UUID> plans = exports.part(part);
                assertThat(plans.items()).hasSizeBetween(1, 2);
                exported.addAll(plans.items());
            }
            assertThat(exports.parts()).isGreaterThan(1);
            assertThat(exported).doesNotHaveDuplicates().endsWith(filed.toArray(UUID[]::new));
            assertThat(exports.part(exports.parts() + 1).items()).isEmpty();
            assertThatThrownBy(() -> exports.part(null, null))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.EXPORT_TOO_LARGE));
            return true;
        });
    }

    private static PlanFileLimits twoPlans() {
        DataSize any = DataSize.ofMegabytes(1);
        return new PlanFileLimits(any, any, 1, 1, 1, 2, 1, any, 1, 1);
    }

    private record OneCaller(UUID organisation) implements CurrentCaller {
        @Override
        public Optional<Caller> findCaller() {
            return Optional.of(require());
        }

        @Override
        public Caller require() {
            return new Caller(organisation, "demo-insurer-2", Role.parse("insurer"), "test");
        }
    }
}
