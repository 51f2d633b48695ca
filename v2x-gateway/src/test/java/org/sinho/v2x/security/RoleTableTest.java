package org.sinho.v2x.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTableTest {
    @ParameterizedTest
    @CsvSource({"0180, 128", "0148, 72", "01F8, 248", "0107, 0", "0100, 0"})
    void shouldGrantRolesOfBitsThatAreDefined(String ssp, int roles) {
        assertThat(sinho(ssp)).isEqualTo(roles);
    }

    @ParameterizedTest
    @CsvSource({"''", "01", "80", "0280", "018000", "8001"})
    void shouldGrantNothingWhenVersionOrLengthDiffers(String ssp) {
        assertThat(sinho(ssp)).isZero();
    }

    @Test
    void shouldNeedRoleForSignalRequestsOnly() {
        assertThat(RoleTable.sinho().needsRole(RoleTable.PSID_SIGNAL_REQUEST)).isTrue();
        assertThat(RoleTable.sinho().needsRole(RoleTable.PSID_BSM)).isFalse();
        assertThat(RoleTable.sinho().roles(RoleTable.PSID_BSM, new byte[] {1, -1})).isZero();
    }

    @Test
    void shouldReadBitsOfSeveralOctetsWhenTableSaysSo() {
        var table = new RoleTable(List.of(new RoleTable.Rule(7, 2, 2, Map.of(0x0100, 0x40))));

        assertThat(table.roles(7, new byte[] {2, 1, 0})).isEqualTo(0x40);
        assertThat(table.roles(7, new byte[] {2, 0, 1})).isZero();
    }

    @Test
    void shouldRefuseTwoRulesForOnePsid() {
        var rule = new RoleTable.Rule(7, 1, 1, Map.of());

        assertThatThrownBy(() -> new RoleTable(List.of(rule, rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one rule per PSID");
    }

    private static int sinho(String ssp) {
        return RoleTable.sinho().roles(RoleTable.PSID_SIGNAL_REQUEST, HexFormat.of().parseHex(ssp));
    }
}
