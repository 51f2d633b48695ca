package org.sinho.perf.gateway;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** The way to a controller, cut after a number of requests. */
final class Cable implements AutoCloseable {
    private final DatagramSocket near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress controller;
    private volatile int left;
    private volatile int requests;

    Cable(int controllerPort, int requestsUntilCut) throws SocketException {
        controller = new InetSocketAddress(InetAddress.getLoopbackAddress(), controllerPort);
        left = requestsUntilCut;
        Thread.ofPlatform().daemon().name("cable").start(this::run);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) near.getLocalSocketAddress();
    }

    /** Requests heard, passed on or not. */
    int requests() {
        return requests;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer while requests are made.
    private void run() {
        try {
            while (true) {
                DatagramPacket request = new DatagramPacket(new byte[2_000], 2_000);
                near.receive(request);
                requests++;
                if (left > 0) {
                    left--;
                    far.send(
                            new DatagramPacket(request.getData(), request.getLength(), controller));
                    DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
                    far.receive(answer);
                    answer.setSocketAddress(request.getSocketAddress());
                    near.send(answer);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
