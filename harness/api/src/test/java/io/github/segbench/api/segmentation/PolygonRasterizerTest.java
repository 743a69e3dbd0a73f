package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PolygonRasterizerTest {
  @Test
  void fillsRectanglesOfWholePixelsExactlyWhicheverWayTheyAreWalked() {
    Random random = new Random(6);
    for (int trial = 0; trial < 2_000; trial++) {
      int width = 2 + random.nextInt(12);
      int height = 2 + random.nextInt(12);
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      double[] clockwise = {left, top, right, top, right, bottom, left, bottom};
      double[] back = {left, bottom, right, bottom, right, top, left, top};
      Mask mask = PolygonRasterizer.rasterize(width, height, clockwise);
      assertThat(mask.boundingBox())
          .isEqualTo(new BoundingBox(left, top, right - left, bottom - top));
      assertThat(mask.area()).isEqualTo((long) (right - left) * (bottom - top));
      assertThat(PolygonRasterizer.rasterize(width, height, back)).isEqualTo(mask);
    }
  }

  /**
   * Corners (0,0), (4,0), (0,4): on the fine grid (0,0), (20,0), (0,20). The long side y = 20 - x
   * is cut in the middle of columns 0 to 3, at fine x 2|3, 7|8, 12|13, 17|18, where the lower y of
   * the two cells is 17, 12, 7, 2. As pixels (y + 0.5) / 5 - 0.5 = 3, 2, 1, 0: rows from there on
   * are outside. The side along y = 0 opens each column at row 0.
   */
  @Test
  void leavesThePixelsOnTheDiagonalOut() {
    Mask mask = PolygonRasterizer.rasterize(4, 4, new double[] {0, 0, 4, 0, 0, 4});
    // Columns of 3, 2, 1 and 0 pixels.
    assertThat(mask.counts()).containsExactly(0, 3, 1, 2, 2, 1, 7);
  }

  @Test
  void cutsAtTheBordersOfTheImage() {
    Mask mask = PolygonRasterizer.rasterize(4, 3, new double[] {-3, -2, 2, -2, 2, 9, -3, 9});
    // Columns 0 and 1 from top to bottom.
    assertThat(mask.counts()).containsExactly(0, 6, 6);
    Mask outside = PolygonRasterizer.rasterize(4, 3, new double[] {10, 10, 20, 10, 20, 20});
    assertThat(outside.area()).isZero();
  }

  @Test
  void fillsWhatAWalkAlongTheWholeOutlineFills() {
    Random random = new Random(23);
    for (int trial = 0; trial < 20_000; trial++) {
      int width = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 24);
      int height = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 24);
      double[] corners = new double[2 * (3 + random.nextInt(random.nextInt(10) == 0 ? 60 : 5))];
      double[] steps = {1, 0.5, 0.2, 0.1, 0.01, 1e-9};
      double step = steps[random.nextInt(steps.length)];
      double reach = random.nextInt(200) == 0 ? 100 : random.nextInt(3);
      for (int i = 0; i < corners.length; i++) {
        double side = i % 2 == 0 ? width : height;
        double place = random.nextDouble() * side * (1 + 2 * reach) - side * reach;
        boolean again = i > 1 && random.nextInt(6) == 0;
        corners[i] = again ? corners[i - 2] : Math.rint(place / step) * step;
      }
      assertThat(PolygonRasterizer.rasterize(width, height, corners))
          .as("%dx%d %s", width, height, Arrays.toString(corners))
          .isEqualTo(NaivePolygonRasterizer.rasterize(width, height, corners));
    }
  }

  @Test
  void refusesWhatIsNoPolygon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolygonRasterizer.rasterize(4, 4, new double[] {0, 0, 1, 1}))
        .withMessage("a polygon has an even number of coordinates, at least 6, not 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PolygonRasterizer.rasterize(4, 4, new double[] {0, 0, 1, 1, Double.NaN, 2}))
        .withMessage("a polygon has the coordinate NaN");
    double[] triangle = {0, 0, 1, 0, 1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolygonRasterizer.rasterize(0, 4, triangle))
        .withMessage("mask size must be positive: 0x4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolygonRasterizer.rasterize(1 << 16, 1 << 15, triangle))
        .withMessageStartingWith("a mask of 65536x32768 has more than");
  }
}
