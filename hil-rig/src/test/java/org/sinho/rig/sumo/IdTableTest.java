package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdTableTest {
    private final IdTable<Integer> table = new IdTable<>();

    @Test
    void shouldFindEveryIdWhenTheTableHasGrown() {
        for (int i = 0; i < 1000; i++) {
            table.put("we." + i, i);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(find("we." + i)).isEqualTo(i);
        }
        assertThat(find("we.1000")).isNull();
    }

    @Test
    void shouldForgetOnlyWhatWasRemoved() {
        for (int i = 0; i < 200; i++) {
            table.put("v" + i, i);
        }
        for (int i = 0; i < 200; i += 2) {
            assertThat(table.remove("v" + i)).isEqualTo(i);
        }
        assertThat(table.remove("v0")).isNull();
        for (int i = 0; i < 200; i++) {
            assertThat(find("v" + i)).isEqualTo(i % 2 == 0 ? null : i);
        }
    }

    private Integer find(String id) {
        byte[] data = ("##" + id + "##").getBytes(StandardCharsets.UTF_8);
        return table.get(data, 2, data.length - 4);
    }
}
