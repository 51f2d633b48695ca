package org.sinho.rig.pki;

import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Duration;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Time32;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT16;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ValidityPeriod;

/**
 * When a certificate may be used.
 *
 * @param startUtcMs first moment, milliseconds since 1970 UTC, from 2004 on; rounded down to 1 s
 * @param seconds length, 1 to 65,535 s exactly, beyond that rounded up to minutes or hours
 */
public record Validity(long startUtcMs, long seconds) {
    /** Start of the standard's time, 2004-01-01, in milliseconds since 1970 UTC. */
    private static final long EPOCH_UTC_MS = 1_072_915_200_000L;

    /** Leap seconds since then, in force since 2017: TAI does not know them. */
    private static final long LEAP_MS = 5_000;

    private static final long MOST_UNITS = 65_535;

    ValidityPeriod period() {
        return new ValidityPeriod(new Time32(taiMs(startUtcMs) / 1000), duration());
    }

    static long taiUs(long utcMs) {
        return taiMs(utcMs) * 1000;
    }

    private static long taiMs(long utcMs) {
        return utcMs - EPOCH_UTC_MS + LEAP_MS;
    }

    private Duration duration() {
        if (seconds <= MOST_UNITS) {
            return Duration.seconds(new UINT16(seconds));
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes <= MOST_UNITS
                ? Duration.minutes(new UINT16(minutes))
                : Duration.hours(new UINT16(Math.ceilDiv(seconds, 3600)));
    }
}
