package org.panbao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleMatrixTest {

    private static final String HEAD = "method,path,roles";

    @Test
    void readsRolesOfACall() {
        RoleMatrix matrix = RoleMatrix.parse(List.of(HEAD, "GET,/api/v1/plans/{planId},insurer|enterprise"));

        assertThat(matrix.findRoles("GET", "/api/v1/plans/{planId}"))
                .hasValueSatisfying(
                        roles -> assertThat(roles).containsExactlyInAnyOrder(Role.INSURER, Role.ENTERPRISE));
    }

    @Test
    void refusesAnUnknownRole() {
        assertThatThrownBy(() -> RoleMatrix.parse(List.of(HEAD, "GET,/api/v1/plans,insurer|king")))
                .hasMessageContaining("king");
    }

    @Test
    void refusesTwoRowsForOneCall() {
        assertThatThrownBy(
                        () -> RoleMatrix.parse(List.of(HEAD, "GET,/api/v1/plans,insurer", "GET,/api/v1/plans,vendor")))
                .hasMessageContaining("two rows");
    }

    @Test
    void refusesARowWithoutRoles() {
        assertThatThrownBy(() -> RoleMatrix.parse(List.of(HEAD, "GET,/api/v1/plans,")))
                .hasMessageContaining("not a row");
    }

    @Test
    void loadsTheRealFile() {
        assertThat(RoleMatrix.load().rows()).isNotEmpty();
    }
}
