package org.sinho.v2x.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final int LATITUDE = 365_000_000;
    private static final int LONGITUDE = 1_272_500_000;

    @Test
    void shouldContainCircleUpToItsRadius() {
        // One degree of latitude is 111,195 m on the mean sphere.
        var circle = new Region.Circle(LATITUDE, LONGITUDE, 1_000);
        int within = (int) (999 / 111_195.0 * 1e7);
        int beyond = (int) (1_001 / 111_195.0 * 1e7);
        double eastern = 1 / Math.cos(Math.toRadians(36.5));

        assertThat(circle.contains(LATITUDE, LONGITUDE)).isTrue();
        assertThat(circle.contains(LATITUDE - within, LONGITUDE)).isTrue();
        assertThat(circle.contains(LATITUDE - beyond, LONGITUDE)).isFalse();
        assertThat(circle.contains(LATITUDE, LONGITUDE + (int) (within * eastern))).isTrue();
        assertThat(circle.contains(LATITUDE, LONGITUDE + (int) (beyond * eastern))).isFalse();
    }

    @Test
    void shouldContainAnyOfItsRectanglesWithTheirEdges() {
        var boxes =
                new Region.Rectangles(
                        List.of(new Region.Box(20, 10, 0, 30), new Region.Box(-5, -5, -9, 5)));

        assertThat(boxes.contains(20, 10)).isTrue();
        assertThat(boxes.contains(0, 30)).isTrue();
        assertThat(boxes.contains(-7, 0)).isTrue();
        assertThat(boxes.contains(21, 10)).isFalse();
        assertThat(boxes.contains(20, 9)).isFalse();
        assertThat(boxes.contains(-1, 20)).isFalse();
        assertThat(boxes.contains(10, 31)).isFalse();
    }

    @Test
    void shouldContainNothingWhenItsKindIsNotEvaluated() {
        assertThat(Region.NOWHERE.contains(0, 0)).isFalse();
        assertThat(Region.ANYWHERE.contains(-900_000_000, 1_800_000_000)).isTrue();
    }
}
