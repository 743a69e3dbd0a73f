package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoadTest {

  @Test
  void leavesOutNoPixelOfTheRoad() {
    SplitMix64 random = new SplitMix64(11);
    int near = 0;
    int far = 0;
    for (int i = 0; i < 50_000; i++) {
      Road.Course course = Road.Course.draw(random, 128, 1);
      double depth = random.uniform();
      int x = random.below(128);
      double middle =
          course.farX()
              + (course.nearX() - course.farX()) * depth
              + course.bend() * StrictMath.sin(3.14159 * depth);
      double distance = course.distance(x, depth);
      if (Math.abs(x - middle) < .8 * course.width(depth)) {
        assertThat(distance).isEqualTo(Math.abs(x - middle));
        near++;
      } else if (distance == Double.POSITIVE_INFINITY) {
        far++;
      }
    }
    assertThat(near).isGreaterThan(1000);
    assertThat(far).isGreaterThan(1000);
  }
}
