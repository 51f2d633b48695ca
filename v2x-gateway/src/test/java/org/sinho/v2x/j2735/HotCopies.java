package org.sinho.v2x.j2735;

/** Copies hot messages as a sender would build them: through public setters only. */
final class HotCopies {
    private HotCopies() {}

    static J2735Message copy(J2735Message message) {
        return switch (message) {
            case BasicSafetyMessage bsm -> bsm(bsm);
            case PersonalSafetyMessage psm -> psm(psm);
            case SignalRequestMessage srm -> srm(srm);
            case SignalStatusMessage ssm -> ssm(ssm);
            case SpatMessage spat -> spat(spat);
            case MapMessage map -> map(map);
        };
    }

    private static J2735Message bsm(BasicSafetyMessage from) {
        BasicSafetyMessage to = new BasicSafetyMessage();
        to.header(from.messageCount(), from.temporaryId(), from.secMarkMs());
        to.position(from.latitudeE7(), from.longitudeE7(), from.elevationDm());
        to.accuracy(from.semiMajorWire(), from.semiMinorWire(), from.orientationWire());
        to.motion(from.transmission(), from.speedWire(), from.headingWire(), from.steeringWire());
        to.acceleration(
                from.longitudinalWire(),
                from.lateralWire(),
                from.verticalWire(),
                from.yawRateWire());
        BrakeSystemStatus brakes = from.brakes();
        to.brakes()
                .set(
                        brakes.wheelBrakes(),
                        brakes.traction(),
                        brakes.abs(),
                        brakes.stabilityControl(),
                        brakes.brakeBoost(),
                        brakes.auxiliaryBrakes());
        to.size(from.widthCm(), from.lengthCm());
        BsmPartTwo part = from.partTwo();
        to.partTwo().eventFlags(part.eventFlags());
        to.partTwo()
                .alerts(
                        part.sirenUse(),
                        part.lightsUse(),
                        part.multiVehicle(),
                        part.responseType());
        return to;
    }

    private static J2735Message psm(PersonalSafetyMessage from) {
        PersonalSafetyMessage to = new PersonalSafetyMessage();
        to.header(from.basicType(), from.messageCount(), from.temporaryId(), from.secMarkMs());
        to.position(from.latitudeE7(), from.longitudeE7(), from.elevationDm());
        to.accuracy(from.semiMajorWire(), from.semiMinorWire(), from.orientationWire());
        to.motion(from.speedWire(), from.headingWire());
        to.crossing(from.crossRequest(), from.crossState(), from.clusterSize(), from.assistFlags());
        return to;
    }

    private static void type(RequestorType from, RequestorType to) {
        to.set(from.role(), from.subrole(), from.importance(), from.iso3883(), from.hpmsType());
    }

    private static J2735Message srm(SignalRequestMessage from) {
        SignalRequestMessage to = new SignalRequestMessage();
        to.header(from.minuteOfYear(), from.secondMs(), from.sequenceNumber());
        for (int i = 0; i < from.requestCount(); i++) {
            SignalRequestPackage old = from.request(i);
            SignalRequestPackage added = to.addRequest();
            added.intersection().copyFrom(old.intersection());
            added.request(old.requestId(), old.requestType());
            added.inbound().copyFrom(old.inbound());
            added.outbound().copyFrom(old.outbound());
            added.arrival(old.minuteOfYear(), old.secondMs(), old.durationMs());
        }
        RequestorDescription old = from.requestor();
        RequestorDescription requestor = to.requestor();
        requestor.id().copyFrom(old.id());
        type(old.type(), requestor.type());
        if (old.positioned()) {
            requestor.position(old.latitudeE7(), old.longitudeE7(), old.elevationDm());
            requestor.motion(old.headingWire(), old.transmission(), old.speedWire());
        }
        requestor.transit(old.transitStatus(), old.transitOccupancy(), old.transitSchedule());
        return to;
    }

    private static J2735Message ssm(SignalStatusMessage from) {
        SignalStatusMessage to = new SignalStatusMessage();
        to.header(from.minuteOfYear(), from.secondMs(), from.sequenceNumber());
        for (int i = 0; i < from.statusCount(); i++) {
            SignalStatus old = from.status(i);
            SignalStatus status = to.addStatus();
            status.intersection().copyFrom(old.intersection());
            status.sequenceNumber(old.sequenceNumber());
            for (int j = 0; j < old.packageCount(); j++) {
                copy(old.statusPackage(j), status.addPackage());
            }
        }
        return to;
    }

    private static void copy(SignalStatusPackage from, SignalStatusPackage to) {
        to.requesterId().copyFrom(from.requesterId());
        to.requester(from.requestId(), from.sequenceNumber(), from.role());
        type(from.typeData(), to.typeData());
        to.inbound().copyFrom(from.inbound());
        to.outbound().copyFrom(from.outbound());
        to.service(from.minuteOfYear(), from.secondMs(), from.durationMs());
        to.status(from.status());
    }

    private static J2735Message spat(SpatMessage from) {
        SpatMessage to = new SpatMessage();
        to.minuteOfYear(from.minuteOfYear());
        for (int i = 0; i < from.intersectionCount(); i++) {
            IntersectionState old = from.intersection(i);
            IntersectionState state = to.addIntersection();
            state.intersection().copyFrom(old.intersection());
            state.revision(old.revision());
            state.statusFlags(old.statusFlags());
            state.time(old.minuteOfYear(), old.secondMs());
            for (int j = 0; j < old.movementCount(); j++) {
                copy(old.movement(j), state.addMovement());
            }
        }
        return to;
    }

    private static void copy(MovementState from, MovementState to) {
        to.signalGroup(from.signalGroup());
        for (int i = 0; i < from.eventCount(); i++) {
            MovementEvent old = from.event(i);
            MovementEvent event = to.addEvent();
            event.eventState(old.eventState());
            event.timing(
                    old.startTimeDs(),
                    old.minEndTimeDs(),
                    old.maxEndTimeDs(),
                    old.likelyTimeDs(),
                    old.confidence(),
                    old.nextTimeDs());
        }
    }

    private static J2735Message map(MapMessage from) {
        MapMessage to = new MapMessage();
        to.header(from.minuteOfYear(), from.issueRevision(), from.layerType(), from.layerId());
        for (int i = 0; i < from.intersectionCount(); i++) {
            IntersectionGeometry old = from.intersection(i);
            IntersectionGeometry geometry = to.addIntersection();
            geometry.intersection().copyFrom(old.intersection());
            geometry.revision(old.revision());
            geometry.referencePoint(old.latitudeE7(), old.longitudeE7(), old.elevationDm());
            geometry.laneWidthCm(old.laneWidthCm());
            for (int j = 0; j < old.laneCount(); j++) {
                copy(old.lane(j), geometry.addLane());
            }
        }
        return to;
    }

    private static void copy(GenericLane from, GenericLane to) {
        to.lane(from.laneId(), from.ingressApproach(), from.egressApproach(), from.maneuverFlags());
        to.attributes(
                from.directionFlags(), from.sharedFlags(), from.laneType(), from.laneTypeFlags());
        to.computed(from.referenceLaneId(), from.offsetXCm(), from.offsetYCm());
        for (int i = 0; i < from.nodeCount(); i++) {
            if (from.nodeIsOffset(i)) {
                to.addNode(from.nodeX(i), from.nodeY(i));
            } else {
                to.addPositionNode(from.nodeX(i), from.nodeY(i));
            }
        }
        for (int i = 0; i < from.connectionCount(); i++) {
            Connection old = from.connection(i);
            Connection added = to.addConnection();
            added.to(
                    old.lane(),
                    old.maneuverFlags(),
                    old.signalGroup(),
                    old.userClass(),
                    old.connectionId());
            if (old.isRemote()) {
                IntersectionReferenceId remote = old.remoteIntersection();
                added.remote(remote.region(), remote.id());
            }
        }
    }
}
