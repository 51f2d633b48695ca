package org.sinho.rig.monitor;

/** State rules of the safety invariants that a monitor can see in the lamps. */
public enum Rule {
    /** No two forbidden movements have the right of way together; red clearance counts. */
    S01("S-01"),
    /** Intergreen time between the end of one movement and the start of a forbidden one. */
    S02("S-02"),
    /** Green is followed by yellow. */
    S03("S-03"),
    /** Yellow lasts neither too short nor too long. */
    S04("S-04"),
    /** Yellow is followed by red. */
    S05("S-05"),
    /** Green lasts its minimum. */
    S06("S-06"),
    /** No yellow or green out of red, dark or flash without the proper way there. */
    S07("S-07"),
    /** Each vehicle face shows exactly one lamp. */
    S08("S-08"),
    /** Pedestrians get walk, clearance and buffer in full, with their parallel green. */
    S09("S-09"),
    /** The same phase is green again only after its red revert time. */
    S10("S-10"),
    /** Nobody who is there and waits is left waiting. */
    S11("S-11"),
    /** Flash is uniform and lasts its minimum. */
    S12("S-12");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    /** {@return the identifier in the list of invariants, such as S-01} */
    public String id() {
        return id;
    }
}
