package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeoFrameTest {
    private final GeoFrame frame = new GeoFrame(36.4925, 127.3120);

    @Test
    void shouldReturnToTheSamePointWhenConvertedBothWays() {
        for (double m = -5000; m <= 5000; m += 617.3) {
            assertThat(frame.xM(frame.lonDeg(m))).isCloseTo(m, within(1e-6));
            assertThat(frame.yM(frame.latDeg(m))).isCloseTo(m, within(1e-6));
        }
    }

    @Test
    void shouldGrowNorthAndEast() {
        assertThat(frame.latDeg(100)).isGreaterThan(36.4925);
        assertThat(frame.lonDeg(100)).isGreaterThan(127.3120);
    }

    @Test
    void shouldMatchTheEllipsoidAtTheEquator() {
        GeoFrame equator = new GeoFrame(0, 0);
        // WGS 84: a degree of longitude is 111,319.49 m there, a degree of latitude 110,574.28 m.
        assertThat(equator.xM(1)).isCloseTo(111_319.49, within(0.01));
        assertThat(equator.yM(1)).isCloseTo(110_574.28, within(0.01));
    }

    @Test
    void shouldRefuseAnOriginThatIsNotOnEarth() {
        assertThatThrownBy(() -> new GeoFrame(91, 0)).hasMessageContaining("allowed");
        assertThatThrownBy(() -> new GeoFrame(Double.NaN, 0)).isInstanceOf(SumoException.class);
    }
}
