package org.sinho.rig.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.sinho.rig.controller.Tscbm;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.link.FaultyLink;

/** Sends the status datagram after each step, while it is switched on. */
final class StatusPush implements AutoCloseable {
    private static final int SECOND_OF_DAY = 236;
    private static final int MS_PER_DAY = 86_400_000;

    private final InetSocketAddress to;
    private final DatagramChannel channel;
    private final PushPlan plan;
    private final SpatPush spat;
    private final FaultyLink link;
    private final int clockOffsetMs;
    private final ByteBuffer message = ByteBuffer.allocateDirect(Tscbm.LENGTH);
    private volatile int mode;
    private volatile long sent; // written by the stepping thread alone
    private int sequence;

    StatusPush(InetSocketAddress to, boolean on, PushPlan plan) throws IOException {
        this.to = to;
        this.plan = plan;
        channel = DatagramChannel.open();
        mode = on ? 2 : 0;
        spat = new SpatPush(plan.junction());
        String name = "status " + plan.junction();
        clockOffsetMs = plan.faults().clockOffsetMs(plan.seed(), name);
        link = new FaultyLink(plan.faults(), plan.seed(), name, this::put);
    }

    /** {@return the value of the vendor object that switches the push: 0 = off} */
    int mode() {
        return mode;
    }

    void mode(int value) {
        mode = value;
    }

    /** {@return datagrams that really left} */
    long sent() {
        return sent;
    }

    /** {@return what its datagrams pass, with what became of them} */
    FaultyLink link() {
        return link;
    }

    void send(VirtualController controller) throws IOException {
        long nowMs = controller.timeMs();
        if (mode == 0 || to == null) {
            link.flush(nowMs);
            return;
        }
        Tscbm.write(controller, sequence, message);
        long clockMs = nowMs + clockOffsetMs;
        if (clockOffsetMs != 0) {
            setClock(clockMs);
        }
        byte[] octets;
        if (plan.form() == PushPlan.Form.SPAT) {
            octets = spat.of(message, sequence, clockMs);
        } else {
            octets = new byte[Tscbm.LENGTH];
            message.get(0, octets);
        }
        sequence++;
        link.send(octets, nowMs);
    }

    private void setClock(long clockMs) {
        int ofDay = (int) Math.floorMod(clockMs, (long) MS_PER_DAY);
        int second = ofDay / 1_000;
        message.put(SECOND_OF_DAY, (byte) (second >> 16));
        message.putShort(SECOND_OF_DAY + 1, (short) second);
        message.putShort(SECOND_OF_DAY + 3, (short) (ofDay % 1_000));
    }

    private void put(byte[] octets) throws IOException {
        channel.send(ByteBuffer.wrap(octets), to);
        sent = sent + 1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
