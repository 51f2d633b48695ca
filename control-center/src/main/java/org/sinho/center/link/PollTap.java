package org.sinho.center.link;

import org.agrona.DirectBuffer;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;

/** Lets the broadcaster hear the polls that pass into the ring. One thread: the sender's. */
public final class PollTap implements EventDoor {
    private final EventDoor door;
    private final Broadcaster broadcaster;
    private final ControllerPoll poll = new ControllerPoll();

    /**
     * Creates a tap.
     *
     * @param door the way into the ring
     * @param broadcaster hears of each poll
     */
    public PollTap(EventDoor door, Broadcaster broadcaster) {
        this.door = door;
        this.broadcaster = broadcaster;
    }

    @Override
    public void accept(int source, long order, DirectBuffer event, int offset, int length) {
        if (EventHeader.type(event, offset) == EventType.CONTROLLER_POLL) {
            broadcaster.onPoll(poll.wrap(event, offset));
        }
        door.accept(source, order, event, offset, length);
    }

    @Override
    public void dealtWith(int source) {
        door.dealtWith(source);
    }
}
