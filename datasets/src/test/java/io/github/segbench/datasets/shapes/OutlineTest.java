package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutlineTest {
  private static final double SIZE = 10;

  @ParameterizedTest
  @EnumSource(ThingKind.class)
  void promisesNoClearanceThatIsNotThere(ThingKind kind) {
    Random random = new Random(5);
    Outline outline = kind.outline(0.7, SIZE, 0.8);
    int inside = 0;
    for (int i = 0; i < 20_000; i++) {
      double x = (random.nextDouble() * 2 - 1) * 1.6 * SIZE;
      double y = (random.nextDouble() * 2 - 1) * 1.6 * SIZE;
      double clearance = outline.clearance(x, y);
      double turn = random.nextDouble() * 2 * Math.PI;
      double step = Math.abs(clearance) * random.nextDouble() * 0.999_999;
      boolean near = outline.contains(x + step * Math.cos(turn), y + step * Math.sin(turn));
      assertThat(near).as("%s near %s, %s", kind, x, y).isEqualTo(clearance > 0);
      inside += near ? 1 : 0;
    }
    assertThat(inside).isBetween(1000, 19_000);
  }

  @Test
  void decidesTheStarAsTheArcTangentDoes() {
    Random random = new Random(6);
    Star star = new Star(0.3, SIZE);
    for (int i = 0; i < 20_000; i++) {
      double x = (random.nextDouble() * 2 - 1) * 1.3 * SIZE;
      double y = (random.nextDouble() * 2 - 1) * 1.3 * SIZE;
      assertThat(star.contains(x, y)).isEqualTo(containsNaive(x, y, 0.3));
    }
  }

  /** Folds the point's angle to the nearest tip, then looks which side of the edge it is on. */
  private static boolean containsNaive(double x, double y, double angle) {
    double u = x * Math.cos(angle) + y * Math.sin(angle);
    double v = -x * Math.sin(angle) + y * Math.cos(angle);
    double sector = 2 * Math.PI / 5;
    double turn = Math.atan2(u, -v);
    turn = Math.abs(turn - sector * Math.rint(turn / sector));
    double distance = Math.hypot(u, v);
    double edgeX = 0.55 * SIZE * Math.cos(sector / 2) - 1.25 * SIZE;
    double edgeY = 0.55 * SIZE * Math.sin(sector / 2);
    return edgeX * distance * Math.sin(turn) - edgeY * (distance * Math.cos(turn) - 1.25 * SIZE)
        >= 0;
  }

  @Test
  void pointsTheStarUpwards() {
    Star star = new Star(0, SIZE);
    // The upper tip is at 1.25 sizes; below the centre the notch is at 0.55 sizes.
    assertThat(star.contains(0, -12.4)).isTrue();
    assertThat(star.contains(0, -12.6)).isFalse();
    assertThat(star.contains(0, 5.4)).isTrue();
    assertThat(star.contains(0, 5.6)).isFalse();
  }
}
