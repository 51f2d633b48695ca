package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;

/** What makes a record whole. */
class RecordSealTest {
    private final byte[] octets = new byte[EventHeader.SIZE];
    private final UnsafeBuffer record = new UnsafeBuffer(octets);
    private final RecordSeal seal = new RecordSeal();

    private String faultOfForm(int version) {
        EventHeader.write(record, 0, EventType.TICK, 0, EventSource.CENTER, 0, 0);
        record.putShort(EventHeader.VERSION_OFFSET, (short) version);
        record.putInt(EventHeader.CRC_OFFSET, seal.checksum(octets, 0, octets.length));
        return seal.faultOf(octets, 0, octets.length);
    }

    @Test
    void shouldTakeARecordOfItsOwnForm() {
        assertThat(faultOfForm(EventHeader.VERSION)).isNull();
    }

    @Test
    void shouldRefuseAWholeRecordOfAnOlderForm() {
        assertThat(faultOfForm(EventHeader.VERSION - 1)).isEqualTo("unknown header version 1");
    }
}
