package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import java.util.List;
import java.util.function.IntPredicate;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.PedestrianDetectorTiming;
import org.sinho.rig.controller.VehicleDetectorTiming;
import org.sinho.rig.controller.VirtualController;

/** The detector group, {@code asc 2}. */
final class DetectorObjects {
    private final Mib mib;
    private final VirtualController controller;

    private DetectorObjects(Mib mib, VirtualController controller) {
        this.mib = mib;
        this.controller = controller;
    }

    static void define(Mib mib, VirtualController controller) {
        DetectorObjects objects = new DetectorObjects(mib, controller);
        objects.vehicle(controller.database().vehicleDetectors());
        objects.pedestrian(controller.database().pedestrianDetectors());
    }

    private void vehicle(List<VehicleDetectorTiming> detectors) {
        int highest = detectors.stream().mapToInt(VehicleDetectorTiming::number).max().orElse(1);
        int groups = (highest + 7) / 8;
        mib.status(asc(2, 1, 0), () -> highest);
        mib.status(asc(2, 3, 0), () -> groups);
        mib.status(asc(2, 11, 0), () -> groups);
        for (VehicleDetectorTiming d : detectors) {
            int n = d.number();
            mib.status(asc(2, 2, 1, 1, n), () -> n);
            // vehicleDetectorOptions: volume, occupancy, red lock, passage, call.
            int options =
                    3 | (d.locking() ? 8 : 0) | (d.extendsGreen() ? 16 : 0) | (d.calls() ? 128 : 0);
            mib.fixed(asc(2, 2, 1, 2, n), () -> options);
            mib.fixed(asc(2, 2, 1, 4, n), d::callPhase);
            mib.fixed(asc(2, 2, 1, 6, n), d::delayDs);
            mib.fixed(asc(2, 2, 1, 7, n), d::extendDs);
            mib.status(asc(2, 2, 1, 13, n), () -> 0);
            mib.status(asc(2, 5, 4, 1, 1, n), () -> controller.detectorVolume(n));
            mib.status(asc(2, 5, 4, 1, 2, n), () -> controller.detectorOccupancy(n));
        }
        mib.status(asc(2, 5, 1, 0), controller::volumeOccupancySequence);
        mib.fixed(asc(2, 5, 2, 0), () -> controller.database().unit().volumeOccupancyPeriodS());
        mib.status(asc(2, 5, 3, 0), detectors::size);
        for (int group = 1; group <= groups; group++) {
            group(group, 4, 12, ControlObject.VEHICLE_ACTUATION, controller::detectorActive);
        }
    }

    private void pedestrian(List<PedestrianDetectorTiming> detectors) {
        int highest = detectors.stream().mapToInt(PedestrianDetectorTiming::number).max().orElse(1);
        int groups = (highest + 7) / 8;
        mib.status(asc(2, 6, 0), () -> highest);
        mib.status(asc(2, 8, 0), () -> groups);
        for (PedestrianDetectorTiming d : detectors) {
            int n = d.number();
            mib.status(asc(2, 7, 1, 1, n), () -> n);
            mib.fixed(asc(2, 7, 1, 2, n), d::callPhase);
            mib.status(asc(2, 7, 1, 6, n), () -> 0);
        }
        for (int group = 1; group <= groups; group++) {
            group(group, 9, 13, ControlObject.PEDESTRIAN_ACTUATION, controller::buttonActive);
        }
    }

    /** One row of a status group table and of its control group table. */
    private void group(
            int group, int status, int control, ControlObject object, IntPredicate active) {
        mib.status(asc(2, status, 1, 1, group), () -> group);
        mib.status(asc(2, status, 1, 2, group), () -> octet(group, active));
        mib.status(asc(2, status, 1, 3, group), () -> 0);
        mib.status(asc(2, control, 1, 1, group), () -> group);
        Controls.define(mib, controller, asc(2, control, 1, 2, group), object, group);
    }

    private static int octet(int group, IntPredicate active) {
        int octet = 0;
        for (int bit = 0; bit < 8; bit++) {
            octet |= active.test((group - 1) * 8 + bit + 1) ? 1 << bit : 0;
        }
        return octet;
    }
}
