package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.center.link.DispatchLink;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.MissionToken;

/** What dispatch says over TCP, and what others say there. */
class DispatchLinkTest {
    private static final String OPEN =
            "{\"mission\":17,\"vehicle\":601,\"role\":128,\"open\":true,"
                    + "\"expiryUtcMs\":1795000600000}";

    private final HearingDoor door = new HearingDoor();
    private final Counters counters = new Counters();
    private final List<Socket> sockets = new ArrayList<>();
    private InetSocketAddress address;
    private DispatchLink link;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = (InetSocketAddress) free.getLocalSocketAddress();
        }
        link = new DispatchLink(address, door, FieldBench.TIME, counters);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        link.close();
    }

    private OutputStream connect() throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        sockets.add(socket);
        return socket.getOutputStream();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private MissionToken token(int index) {
        UnsafeBuffer event = door.events(EventType.MISSION_TOKEN).get(index);
        assertThat(EventHeader.source(event, 0)).isEqualTo(EventSource.DISPATCH);
        assertThat(EventHeader.utcMs(event, 0)).isEqualTo(FieldBench.NOW_UTC_MS);
        return new MissionToken().wrap(event, 0);
    }

    @Test
    void shouldTakeEveryFieldOfAToken() throws Exception {
        say(connect(), OPEN + "\n");
        door.awaitDealtWith(1);
        MissionToken token = token(0);
        assertThat(token.missionId()).isEqualTo(17);
        assertThat(token.vehicleId()).isEqualTo(601);
        assertThat(token.role()).isEqualTo(128);
        assertThat(token.open()).isEqualTo(1);
        assertThat(token.expiryUtcMs()).isEqualTo(1_795_000_600_000L);
    }

    @Test
    void shouldTakeALineHoweverItIsCutIntoSegments() throws Exception {
        OutputStream out = connect();
        for (byte octet : (OPEN + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            out.write(octet);
        }
        door.awaitDealtWith(1);
        assertThat(token(0).vehicleId()).isEqualTo(601);
    }

    @Test
    void shouldCountEachMalformedLineAndGoOn() throws Exception {
        List<String> bad =
                List.of(
                        "",
                        "hello",
                        "{",
                        "[]",
                        "null",
                        "17",
                        "{}",
                        "{\"vehicle\":\"601\",\"open\":true}",
                        "{\"vehicle\":601.5,\"open\":true}",
                        "{\"vehicle\":99999999999,\"open\":true}",
                        "[".repeat(4_000),
                        "\u0000\uFFFD");
        OutputStream out = connect();
        for (String line : bad) {
            say(out, line + "\n");
        }
        say(out, OPEN + "\n");
        door.awaitDealtWith(bad.size() + 1);
        assertThat(counters.get(CounterId.DISPATCH_MALFORMED)).isEqualTo(bad.size());
        assertThat(door.events()).hasSize(1);
        assertThat(token(0).vehicleId()).isEqualTo(601);
    }

    /** Far more than the heap of this test holds, and no end of line. */
    @Test
    void shouldHoldNoMoreThanOneLineWhenALineHasNoEnd() throws Exception {
        OutputStream out = connect();
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 700; i++) {
            out.write(block);
        }
        say(out, "\n" + OPEN + "\n");
        door.awaitDealtWith(2);
        assertThat(counters.get(CounterId.DISPATCH_MALFORMED)).isEqualTo(1);
        assertThat(token(0).vehicleId()).isEqualTo(601);
    }

    @Test
    void shouldRefuseALineLongerThanTheLimitThoughItIsWellFormed() throws Exception {
        say(connect(), OPEN.replace("17", "1" + " ".repeat(4_096)) + "\n");
        door.awaitDealtWith(1);
        assertThat(counters.get(CounterId.DISPATCH_MALFORMED)).isEqualTo(1);
        assertThat(door.events()).isEmpty();
    }

    /** Dispatch may come back while its old connection still looks alive. */
    @Test
    void shouldHearANewConnectionWhenAnOldOneHangs() throws Exception {
        OutputStream hanging = connect();
        say(hanging, "{\"vehi");
        for (int i = 1; i <= 20; i++) {
            say(connect(), OPEN.replace("601", Integer.toString(600 + i)) + "\n");
            door.awaitDealtWith(i);
        }
        assertThat(door.events()).hasSize(20);
        assertThat(token(19).vehicleId()).isEqualTo(620);
    }
}
