package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.BOOLEAN;
import static org.sinho.v2x.j2735.Types.addition;
import static org.sinho.v2x.j2735.Types.bits;
import static org.sinho.v2x.j2735.Types.enumerated;
import static org.sinho.v2x.j2735.Types.extensible;
import static org.sinho.v2x.j2735.Types.extensibleBits;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.octets;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;

/** Tables of part II of the BSM: safety, special and supplemental extensions. */
final class PartTwoTypes {
    static final UperType POSITION_CONFIDENCE =
            enumerated(
                    """
                    unavailable a500m a200m a100m a50m a20m a10m a5m a2m a1m a50cm a20cm a10cm
                    a5cm a2cm a1cm""");

    static final UperType ELEVATION_CONFIDENCE =
            enumerated(
                    """
                    unavailable elev-500-00 elev-200-00 elev-100-00 elev-050-00 elev-020-00
                    elev-010-00 elev-005-00 elev-002-00 elev-001-00 elev-000-50 elev-000-20
                    elev-000-10 elev-000-05 elev-000-02 elev-000-01""");

    static final UperType HEADING_CONFIDENCE =
            enumerated(
                    """
                    unavailable prec10deg prec05deg prec01deg prec0-1deg prec0-05deg prec0-01deg
                    prec0-0125deg""");

    static final UperType TIME_CONFIDENCE =
            enumerated(
                    """
                    unavailable time-100-000 time-050-000 time-020-000 time-010-000 time-002-000
                    time-001-000 time-000-500 time-000-200 time-000-100 time-000-050 time-000-020
                    time-000-010 time-000-005 time-000-002 time-000-001 time-000-000-5
                    time-000-000-2 time-000-000-1 time-000-000-05 time-000-000-02 time-000-000-01
                    time-000-000-005 time-000-000-002 time-000-000-001 time-000-000-000-5
                    time-000-000-000-2 time-000-000-000-1 time-000-000-000-05 time-000-000-000-02
                    time-000-000-000-01 time-000-000-000-005 time-000-000-000-002
                    time-000-000-000-001 time-000-000-000-000-5 time-000-000-000-000-2
                    time-000-000-000-000-1 time-000-000-000-000-05 time-000-000-000-000-02
                    time-000-000-000-000-01""");

    static final UperType LIGHTBAR_IN_USE =
            enumerated(
                    """
                    unavailable notInUse inUse yellowCautionLights schooldBusLights
                    arrowSignsActive slowMovingVehicle freqStops""");

    static final UperType RESPONSE_TYPE =
            extensibleEnumerated(
                    """
                    notInUseOrNotEquipped emergency nonEmergency pursuit stationary slowMoving
                    stopAndGoMovement""");

    static final UperType EXTENT =
            enumerated(
                    """
                    useInstantlyOnly useFor3meters useFor10meters useFor50meters useFor100meters
                    useFor500meters useFor1000meters useFor5000meters useFor10000meters
                    useFor50000meters useFor100000meters useFor500000meters useFor1000000meters
                    useFor5000000meters useFor10000000meters forever""");

    static final UperType PRECIPITATION_SITUATION =
            enumerated(
                    """
                    other unknown noPrecipitation unidentifiedSlight unidentifiedModerate
                    unidentifiedHeavy snowSlight snowModerate snowHeavy rainSlight rainModerate
                    rainHeavy frozenPrecipitationSlight frozenPrecipitationModerate
                    frozenPrecipitationHeavy""");

    static final UperType WIPER_STATUS =
            extensibleEnumerated(
                    """
                    unavailable off intermittent low high washerInUse automaticPresent""");

    static final UperType FHWA_VEHICLE_CLASS =
            extensibleEnumerated(
                    """
                    motorcycles passengerCars other2axle4tireSingleUnitVehs buses
                    twoAxle6TireSingleUnitTrucks threeAxleSingleUnitTrucks
                    fourOrMoreAxleSingleUnitTrucks fourOrFewerAxleSingleTrailerTrucks
                    fiveAxleSingleTrailerTrucks sixOrMoreAxleSingleTrailerTrucks
                    fiveOrFewerAxleMultiTrailerTrucks sixAxleMultiTrailerTrucks
                    sevenOrMoreAxleMultiTrailerTrucks""");

    static final UperType DDATE_TIME =
            sequence(
                    optional("year", integer(0, 4095)),
                    optional("month", integer(0, 12)),
                    optional("day", integer(0, 31)),
                    optional("hour", integer(0, 31)),
                    optional("minute", integer(0, 60)),
                    optional("second", integer(0, 65_535)),
                    optional("offset", integer(-840, 840)));

    static final UperType POSITION_CONFIDENCE_SET =
            sequence(field("pos", POSITION_CONFIDENCE), field("elevation", ELEVATION_CONFIDENCE));

    static final UperType SPEEDAND_HEADINGAND_THROTTLE_CONFIDENCE =
            sequence(
                    field("heading", HEADING_CONFIDENCE),
                    field("speed", CommonTypes.SPEED_CONFIDENCE),
                    field(
                            "throttle",
                            enumerated("unavailable prec10percent prec1percent prec0-5percent")));

    static final UperType FULL_POSITION_VECTOR =
            extensible(
                    optional("utcTime", DDATE_TIME),
                    field("long", integer(-1_799_999_999, 1_800_000_001)),
                    field("lat", integer(-900_000_000, 900_000_001)),
                    optional("elevation", integer(-4096, 61_439)),
                    optional("heading", integer(0, 28_800)),
                    optional("speed", CommonTypes.TRANSMISSION_AND_SPEED),
                    optional("posAccuracy", CommonTypes.POSITIONAL_ACCURACY),
                    optional("timeConfidence", TIME_CONFIDENCE),
                    optional("posConfidence", POSITION_CONFIDENCE_SET),
                    optional("speedConfidence", SPEEDAND_HEADINGAND_THROTTLE_CONFIDENCE));

    static final UperType PATH_HISTORY_POINT =
            extensible(
                    field("latOffset", integer(-131_072, 131_071)),
                    field("lonOffset", integer(-131_072, 131_071)),
                    field("elevationOffset", integer(-2048, 2047)),
                    field("timeOffset", integer(1, 65_535)),
                    optional("speed", integer(0, 8191)),
                    optional("posAccuracy", CommonTypes.POSITIONAL_ACCURACY),
                    optional("heading", integer(0, 240)));

    static final UperType PATH_HISTORY_POINT_LIST = listOf(1, 23, PATH_HISTORY_POINT);

    static final UperType PATH_HISTORY =
            extensible(
                    optional("initialPosition", FULL_POSITION_VECTOR),
                    optional("currGNSSstatus", bits(8)),
                    field("crumbData", PATH_HISTORY_POINT_LIST));

    static final UperType PATH_PREDICTION =
            extensible(
                    field("radiusOfCurve", integer(-32_767, 32_767)),
                    field("confidence", integer(0, 200)));

    static final UperType VEHICLE_SAFETY_EXTENSIONS =
            extensible(
                    optional("events", extensibleBits(13)),
                    optional("pathHistory", PATH_HISTORY),
                    optional("pathPrediction", PATH_PREDICTION),
                    optional("lights", extensibleBits(9)));

    static final UperType PRIVILEGED_EVENTS =
            extensible(field("doNotUse", integer(0, 31)), field("event", bits(16)));

    static final UperType EMERGENCY_DETAILS =
            extensible(
                    field("doNotUse", integer(0, 31)),
                    field("sirenUse", enumerated("unavailable notInUse inUse reserved")),
                    field("lightsUse", LIGHTBAR_IN_USE),
                    field("multi", enumerated("unavailable singleVehicle multiVehicle reserved")),
                    optional("events", PRIVILEGED_EVENTS),
                    optional("responseType", RESPONSE_TYPE));

    static final UperType EVENT_DESCRIPTION =
            regional(
                    field("typeEvent", integer(0, 65_535)),
                    optional("description", listOf(1, 8, integer(0, 65_535))),
                    optional("priority", octets(1)),
                    optional("heading", bits(16)),
                    optional("extent", EXTENT));

    static final UperType PIVOT_POINT_DESCRIPTION =
            extensible(
                    field("pivotOffset", integer(-1024, 1023)),
                    field("pivotAngle", integer(0, 28_800)),
                    field("pivots", BOOLEAN));

    static final UperType BUMPER_HEIGHTS =
            sequence(field("front", integer(0, 127)), field("rear", integer(0, 127)));

    static final UperType TRAILER_HISTORY_POINT =
            extensible(
                    field("pivotAngle", integer(0, 28_800)),
                    field("timeOffset", integer(1, 65_535)),
                    field("positionOffset", CommonTypes.NODE_XY_24B),
                    optional("elevationOffset", integer(-64, 63)),
                    optional("heading", integer(0, 240)));

    static final UperType TRAILER_HISTORY_POINT_LIST = listOf(1, 23, TRAILER_HISTORY_POINT);

    static final UperType TRAILER_UNIT_DESCRIPTION =
            extensible(
                    field("isDolly", BOOLEAN),
                    field("width", integer(0, 1023)),
                    field("length", integer(0, 4095)),
                    optional("height", integer(0, 127)),
                    optional("mass", integer(0, 255)),
                    optional("bumperHeights", BUMPER_HEIGHTS),
                    optional("centerOfGravity", integer(0, 127)),
                    field("frontPivot", PIVOT_POINT_DESCRIPTION),
                    optional("rearPivot", PIVOT_POINT_DESCRIPTION),
                    optional("rearWheelOffset", integer(-2048, 2047)),
                    field("positionOffset", CommonTypes.NODE_XY_24B),
                    optional("elevationOffset", integer(-64, 63)),
                    optional("crumbData", TRAILER_HISTORY_POINT_LIST));

    static final UperType TRAILER_UNIT_DESCRIPTION_LIST = listOf(1, 8, TRAILER_UNIT_DESCRIPTION);

    static final UperType TRAILER_DATA =
            extensible(
                    field("doNotUse", integer(0, 31)),
                    field("connection", PIVOT_POINT_DESCRIPTION),
                    field("units", TRAILER_UNIT_DESCRIPTION_LIST));

    static final UperType SPECIAL_VEHICLE_EXTENSIONS =
            extensible(
                    optional("vehicleAlerts", EMERGENCY_DETAILS),
                    optional("description", EVENT_DESCRIPTION),
                    optional("doNotUse", TRAILER_DATA));

    static final UperType VEHICLE_CLASSIFICATION =
            regional(
                    optional("keyType", integer(0, 255)),
                    optional("role", CommonTypes.BASIC_VEHICLE_ROLE),
                    optional("iso3883", integer(0, 100)),
                    optional("hpmsType", CommonTypes.VEHICLE_TYPE),
                    optional("vehicleType", ItisTypes.VEHICLE_GROUP_AFFECTED),
                    optional("responseEquip", ItisTypes.INCIDENT_RESPONSE_EQUIPMENT),
                    optional("responderType", ItisTypes.RESPONDER_GROUP_AFFECTED),
                    optional("fuelType", integer(0, 15)));

    static final UperType AXLES =
            extensible(
                    field("totalAxles", integer(1, 10)),
                    optional("frontAxles", integer(0, 10)),
                    optional("rearAxles", integer(0, 10)));

    static final UperType VEHICLE_DATA =
            extensible(
                    optional("height", integer(0, 127)),
                    optional("bumpers", BUMPER_HEIGHTS),
                    optional("mass", integer(0, 255)),
                    optional("doNotUse", integer(0, 64_255)),
                    addition("trailerPresent", BOOLEAN),
                    addition("pivotPoint", PIVOT_POINT_DESCRIPTION),
                    addition("axles", AXLES),
                    addition("leanAngle", integer(-90, 90)));

    static final UperType WEATHER_REPORT =
            extensible(
                    field("isRaining", enumerated("precip noPrecip error")),
                    optional("rainRate", integer(0, 65_535)),
                    optional("precipSituation", PRECIPITATION_SITUATION),
                    optional("solarRadiation", integer(0, 65_535)),
                    optional("friction", integer(0, 101)),
                    optional("roadFriction", integer(0, 50)));

    static final UperType WIPER_SET =
            sequence(
                    field("statusFront", WIPER_STATUS),
                    field("rateFront", integer(0, 127)),
                    optional("statusRear", WIPER_STATUS),
                    optional("rateRear", integer(0, 127)));

    static final UperType WEATHER_PROBE =
            extensible(
                    optional("airTemp", integer(0, 191)),
                    optional("airPressure", integer(0, 255)),
                    optional("rainRates", WIPER_SET));

    static final UperType OBSTACLE_DETECTION =
            extensible(
                    field("obDist", integer(0, 32_767)),
                    field("obDirect", integer(0, 28_800)),
                    optional("description", integer(523, 541)),
                    optional("locationDetails", ItisTypes.GENERIC_LOCATIONS),
                    field("dateTime", DDATE_TIME),
                    optional("vertEvent", bits(5)));

    static final UperType DISABLED_VEHICLE =
            extensible(
                    field("statusDetails", integer(523, 541)),
                    optional("locationDetails", ItisTypes.GENERIC_LOCATIONS));

    static final UperType SPEED_PROFILE_MEASUREMENT_LIST = listOf(1, 20, integer(0, 31));

    static final UperType SPEED_PROFILE =
            extensible(field("speedReports", SPEED_PROFILE_MEASUREMENT_LIST));

    static final UperType ANTENNA_OFFSET_SET =
            sequence(
                    field("antOffsetX", integer(-2048, 2047)),
                    field("antOffsetY", integer(-256, 255)),
                    field("antOffsetZ", integer(-512, 511)));

    static final UperType RTC_MHEADER =
            sequence(field("status", bits(8)), field("offsetSet", ANTENNA_OFFSET_SET));

    static final UperType RTC_MMESSAGE_LIST = listOf(1, 5, octets(1, 1023));

    static final UperType RTCM_PACKAGE =
            extensible(optional("rtcmHeader", RTC_MHEADER), field("msgs", RTC_MMESSAGE_LIST));

    static final UperType TRAILER_UNIT =
            extensible(
                    field("width", integer(0, 1023)),
                    field("length", integer(0, 4095)),
                    optional("height", integer(0, 127)),
                    optional("weight", integer(0, 64_255)),
                    field("frontPivot", PIVOT_POINT_DESCRIPTION),
                    optional("rearPivot", PIVOT_POINT_DESCRIPTION),
                    optional("bumpers", BUMPER_HEIGHTS),
                    optional("axles", AXLES));

    static final UperType TRAILERS = listOf(1, 8, TRAILER_UNIT);

    static final UperType SCHOOL_BUS =
            extensible(
                    field("flashingAmberLights", BOOLEAN),
                    field("flashingRedLights", BOOLEAN),
                    optional("studentsCrossingFront", BOOLEAN),
                    optional("studentsCrossingBehind", BOOLEAN),
                    optional("studentsLoading", BOOLEAN),
                    optional("studentsUnloading", BOOLEAN),
                    optional("wheelchairLiftInUse", BOOLEAN),
                    optional("emergencyExitOpen", BOOLEAN),
                    optional("emergencyRequestMedical", BOOLEAN),
                    optional("emergencyRequestFire", BOOLEAN),
                    optional("emergencyRequestPolice", BOOLEAN));

    static final UperType SUPPLEMENTAL_VEHICLE_EXTENSIONS =
            regional(
                    optional("classification", integer(0, 255)),
                    optional("classDetails", VEHICLE_CLASSIFICATION),
                    optional("vehicleData", VEHICLE_DATA),
                    optional("doNotUse1", WEATHER_REPORT),
                    optional("doNotUse2", WEATHER_PROBE),
                    optional("doNotUse3", OBSTACLE_DETECTION),
                    optional("status", DISABLED_VEHICLE),
                    optional("doNotUse4", SPEED_PROFILE),
                    optional("doNotUse5", RTCM_PACKAGE),
                    addition("fhwaVehicleClass", FHWA_VEHICLE_CLASS),
                    addition("trailers", TRAILERS),
                    addition("schoolBus", SCHOOL_BUS));

    private PartTwoTypes() {}
}
