package org.sinho.center.journal;

/** The two record streams of an epoch. */
enum RecordStream {
    EVENTS("events", QueueShape.EVENTS.recordLimit()),
    OUTPUT("output", QueueShape.OUTPUT.recordLimit());

    private final String folder;
    private final int recordLimit;

    RecordStream(String folder, int recordLimit) {
        this.folder = folder;
        this.recordLimit = recordLimit;
    }

    String folder() {
        return folder;
    }

    int recordLimit() {
        return recordLimit;
    }

    long first(EpochHeader header) {
        return this == EVENTS ? header.firstEventSequence() : header.firstOutputSequence();
    }

    long last(EpochEnd end) {
        return this == EVENTS ? end.lastEventSequence() : end.lastOutputSequence();
    }
}
