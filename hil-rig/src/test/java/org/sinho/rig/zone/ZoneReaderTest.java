package org.sinho.rig.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.VehicleClass;

/** The vectors of {@code docs/zone-reader.md}, which were made with Python's hmac. */
class ZoneReaderTest {
    private static final byte[] KEY =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void shouldWriteTheOctetsOfAnEntryWithATag() {
        byte[] datagram =
                ZoneReader.datagram(
                        7,
                        KEY,
                        1_772_434_800_001L,
                        VehicleClass.DELIVERY,
                        410_101,
                        false,
                        1_772_434_805_300L);
        assertThat(HexFormat.of().formatHex(datagram))
                .isEqualTo(
                        "535a0100000703000000019cad58bd810000019cad58d234000641f5"
                                + "58f53a6e2a64188fe175674237c9afd3");
    }

    @Test
    void shouldWriteTheOctetsOfAnExit() {
        byte[] datagram =
                ZoneReader.datagram(
                        7, KEY, 1_772_434_800_002L, VehicleClass.CAR, 0, true, 1_772_434_901_700L);
        assertThat(HexFormat.of().formatHex(datagram))
                .isEqualTo(
                        "535a0101000701000000019cad58bd820000019cad5a4ac400000000"
                                + "65f61120315c0b4b6fd782b40541f7a8");
    }
}
