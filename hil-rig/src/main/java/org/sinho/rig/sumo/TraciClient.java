package org.sinho.rig.sumo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One TraCI connection to a SUMO process of ours.
 *
 * <p>Commands are queued and go out together with {@link #exchange}; buffers are reused, so that a
 * step costs one message each way and no garbage. Whatever SUMO refuses is a {@link SumoException}
 * with SUMO's own words. Not thread-safe.
 */
final class TraciClient implements AutoCloseable {
    /** SUMO's word for "from now on, for ever". */
    private static final double UNLIMITED = -1_073_741_824.0;

    private static final int LENGTH_OCTETS = 4;

    private final SocketChannel channel;
    private final TraciReader reader = new TraciReader();
    private final ByteBuffer lengthIn = ByteBuffer.allocate(LENGTH_OCTETS);
    private ByteBuffer out = ByteBuffer.allocate(1 << 16).position(LENGTH_OCTETS);
    private int[] queuedCommands = new int[64];
    private int queuedCount;
    private int commandStart;

    /** Receives what subscriptions report. */
    interface Subscriber {
        /**
         * One object's values, which have to be read to the last: {@link TraciReader#variable} and
         * its value, {@code variableCount} times.
         *
         * @param response response code, e.g. {@code SUBSCRIBE_VEHICLE + RESPONSE}
         * @param reader stands at the object's id
         */
        void onObject(int response, TraciReader reader);
    }

    private TraciClient(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects once.
     *
     * @throws IOException if nothing listens on {@code port} yet
     */
    static TraciClient connect(int port) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new TraciClient(channel);
    }

    /** {@return SUMO's name and version, e.g. "SUMO 1.15.0"} */
    String version() {
        begin(Traci.GET_VERSION);
        end();
        send();
        readStatus(Traci.GET_VERSION);
        reader.commandLength();
        reader.u8();
        reader.i32();
        return reader.string();
    }

    /** Advances one step and reports what is subscribed; queued commands must have gone out. */
    void step(Subscriber subscriber) {
        if (queuedCount != 0) {
            throw new IllegalStateException("commands queued before a step: exchange them first");
        }
        begin(Traci.SIMULATION_STEP);
        out.putDouble(0.0);
        end();
        send();
        readStatus(Traci.SIMULATION_STEP);
        for (int i = reader.i32(); i > 0; i--) {
            readSubscription(subscriber);
        }
    }

    /** Queues a subscription to {@code variables} of one object, for as long as it lives. */
    void queueSubscribe(int command, String id, int... variables) {
        begin(command);
        out.putDouble(UNLIMITED).putDouble(UNLIMITED);
        putString(id);
        putVariables(variables);
        end();
    }

    /** Queues a subscription to {@code variables} of what is within {@code rangeM} of an object. */
    void queueSubscribeAround(int command, String id, int domain, double rangeM, int... variables) {
        begin(command);
        out.putDouble(UNLIMITED).putDouble(UNLIMITED);
        putString(id);
        out.put((byte) domain).putDouble(rangeM);
        putVariables(variables);
        end();
    }

    /** Queues what a signal shows, one character a link. */
    void queueLights(String id, byte[] state) {
        begin(Traci.SET_LIGHTS);
        out.put((byte) Traci.LIGHTS_STATE);
        putString(id);
        out.put((byte) Traci.T_STRING).putInt(state.length).put(state);
        end();
    }

    /**
     * Queues a speed that a vehicle keeps, within what is safe.
     *
     * @param speedMps metres per second, or -1 to give the vehicle back to its driver
     */
    void queueSpeed(String vehicleId, double speedMps) {
        begin(Traci.SET_VEHICLE);
        out.put((byte) Traci.SPEED);
        putString(vehicleId);
        out.put((byte) Traci.T_DOUBLE).putDouble(speedMps);
        end();
    }

    /** Sends what is queued, reads every answer; first values of subscriptions are reported. */
    void exchange(Subscriber subscriber) {
        if (queuedCount == 0) {
            return;
        }
        int count = queuedCount;
        send();
        for (int i = 0; i < count; i++) {
            int command = queuedCommands[i];
            readStatus(command);
            boolean answered = command >> 4 == 0xD || command >> 4 == 0x8;
            if (answered) {
                readSubscription(subscriber);
            }
        }
    }

    /** {@return one number, e.g. a simulation's time in seconds} */
    double getDouble(int command, int variable, String id) {
        get(command, variable, id);
        return reader.doubleValue();
    }

    /** {@return one string, e.g. a signal's state} */
    String getString(int command, int variable, String id) {
        get(command, variable, id);
        return reader.stringValue();
    }

    /** {@return a list of strings, e.g. the ids of all signals} */
    List<String> getStrings(int command, int variable, String id) {
        get(command, variable, id);
        return reader.stringListValue();
    }

    /**
     * The lanes that a signal's links join.
     *
     * @return for each link index its "from>to" lane pairs, joined by a space; empty if unused
     */
    String[] controlledLinks(String lightsId) {
        get(Traci.GET_LIGHTS, Traci.CONTROLLED_LINKS, lightsId);
        reader.expect(Traci.T_COMPOUND);
        reader.i32();
        String[] links = new String[reader.intValue()];
        for (int i = 0; i < links.length; i++) {
            StringBuilder pairs = new StringBuilder();
            for (int pair = reader.intValue(); pair > 0; pair--) {
                List<String> lanes = reader.stringListValue();
                pairs.append(pairs.isEmpty() ? "" : " ");
                pairs.append(lanes.get(0)).append('>').append(lanes.get(1));
            }
            links[i] = pairs.toString();
        }
        return links;
    }

    /** Asks SUMO to end, which writes its outputs, and closes the connection. */
    @Override
    public void close() {
        try {
            begin(Traci.CLOSE);
            end();
            send();
        } catch (SumoException e) {
            // It is gone already: the process's exit code says how.
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new SumoException("TraCI: cannot close", e);
        }
    }

    private void get(int command, int variable, String id) {
        begin(command);
        out.put((byte) variable);
        putString(id);
        end();
        send();
        readStatus(command);
        reader.commandLength();
        reader.u8();
        reader.u8();
        reader.string();
    }

    private void begin(int command) {
        reserve(16);
        commandStart = out.position();
        out.put((byte) 0).putInt(0).put((byte) command);
        if (queuedCount == queuedCommands.length) {
            queuedCommands = Arrays.copyOf(queuedCommands, queuedCount * 2);
        }
        queuedCommands[queuedCount++] = command;
    }

    private void end() {
        out.putInt(commandStart + 1, out.position() - commandStart);
    }

    private void putString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reserve(bytes.length + 64);
        out.putInt(bytes.length).put(bytes);
    }

    private void putVariables(int... variables) {
        reserve(variables.length + 1);
        out.put((byte) variables.length);
        for (int variable : variables) {
            out.put((byte) variable);
        }
    }

    private void reserve(int octets) {
        if (out.remaining() < octets + 512) {
            out = ByteBuffer.allocate(2 * out.capacity() + octets).put(out.flip());
        }
    }

    private void send() {
        queuedCount = 0;
        out.putInt(0, out.position()).flip();
        try {
            while (out.hasRemaining()) {
                channel.write(out);
            }
            out.clear().position(LENGTH_OCTETS);
            receive(lengthIn.clear());
            int length = lengthIn.getInt(0) - LENGTH_OCTETS;
            receive(ByteBuffer.wrap(reader.receive(length), 0, length));
        } catch (IOException e) {
            throw new SumoException("TraCI: SUMO went away", e);
        }
    }

    private void receive(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("connection closed");
            }
        }
    }

    private void readStatus(int command) {
        reader.commandLength();
        int answered = reader.u8();
        int result = reader.u8();
        if (result != Traci.OK) {
            throw new SumoException(
                    "SUMO refused command 0x"
                            + Integer.toHexString(command)
                            + ": "
                            + reader.string());
        }
        reader.skipString();
        if (answered != command) {
            throw new SumoException(
                    "TraCI: answer to 0x"
                            + Integer.toHexString(answered)
                            + " where 0x"
                            + Integer.toHexString(command)
                            + " was asked");
        }
    }

    private void readSubscription(Subscriber subscriber) {
        int start = reader.position();
        int length = reader.commandLength();
        subscriber.onObject(reader.u8(), reader);
        if (reader.position() != start + length) {
            throw new SumoException("TraCI: a subscription was not read to its end");
        }
    }
}
