package io.github.segbench.metrics.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernels on masks of 64 pixels a word against loops over pixels. */
final class BitRasterTest {
  private static final int RANDOM_MASKS = 10_000;

  private final BitRaster raster = new BitRaster();
  private final BitRaster other = new BitRaster();

  @Test
  void erodesAsRepeatedErosionByTheSmallSquareDoes() {
    SquareErosion erosion = new SquareErosion();
    Random random = new Random(1);
    for (int i = 0; i < RANDOM_MASKS; i++) {
      boolean[][] mask = random(random, 1 + random.nextInt(i % 10 == 0 ? 200 : 20));
      int radius = 1 + random.nextInt(i % 10 == 0 ? 70 : 5);
      boolean beyond = random.nextBoolean();
      draw(mask, raster);
      erosion.erode(raster, radius, beyond);
      int limit = Math.min(radius, 20);
      boolean[][] expected = NaiveClassMasks.erode(mask, limit, beyond);
      if (limit < radius) {
        expected = NaiveClassMasks.erode(expected, radius - limit, beyond);
      }
      assertSame(raster, expected);
    }
  }

  @Test
  void outlinesWhatHasANeighbourOutside() {
    Random random = new Random(2);
    for (int i = 0; i < RANDOM_MASKS; i++) {
      boolean[][] mask = random(random, 1 + random.nextInt(i % 10 == 0 ? 200 : 20));
      draw(mask, raster);
      Outline.keep(raster, other);
      assertSame(raster, NaiveClassMasks.outline(mask));
    }
  }

  @Test
  void findsPixelsNearerThanAnyDistance() {
    Random random = new Random(3);
    for (int i = 0; i < RANDOM_MASKS; i++) {
      int width = 1 + random.nextInt(i % 10 == 0 ? 150 : 10);
      boolean[][] mask = sparse(random, width, 6);
      boolean[][] near = sparse(random, width, 6);
      // Whole numbers too: what lies at just that distance is not nearer.
      double distance = random.nextBoolean() ? 1 + random.nextInt(90) : 90 * random.nextDouble();
      draw(mask, raster);
      draw(near, other);
      assertThat(new DiscSearch(distance).countNear(raster, other))
          .isEqualTo(NaiveClassMasks.countNear(mask, near, distance));
    }
  }

  @Test
  void countsWhatTwoWindowsShare() {
    Random random = new Random(4);
    for (int i = 0; i < RANDOM_MASKS; i++) {
      boolean[][] whole = random(random, 1 + random.nextInt(200));
      int left = 64 * random.nextInt((whole[0].length + 63) / 64);
      int top = random.nextInt(whole.length);
      boolean[][] part = new boolean[whole.length][whole[0].length];
      other.reset(left, top, whole[0].length - left, whole.length - top);
      for (int y = top; y < whole.length; y++) {
        int from = left + random.nextInt(whole[0].length - left);
        int to = from + 1 + random.nextInt(whole[0].length - from);
        other.fill(y, from, to);
        for (int x = from; x < to; x++) {
          part[y][x] = true;
        }
      }
      draw(whole, raster);
      assertThat(raster.countCommon(other)).isEqualTo(NaiveClassMasks.countCommon(whole, part));
      assertThat(other.count()).isEqualTo(NaiveClassMasks.count(part));
      raster.addAll(other);
      assertThat(raster.count())
          .isEqualTo(
              NaiveClassMasks.count(whole)
                  + NaiveClassMasks.count(NaiveClassMasks.minus(part, whole)));
    }
  }

  private static void draw(boolean[][] mask, BitRaster to) {
    to.reset(0, 0, mask[0].length, mask.length);
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        int from = x;
        while (x < mask[0].length && mask[y][x]) {
          x++;
        }
        if (x > from) {
          to.fill(y, from, x);
        }
      }
    }
  }

  private static void assertSame(BitRaster raster, boolean[][] expected) {
    boolean same = true;
    for (int y = 0; y < expected.length; y++) {
      for (int x = 0; x < expected[0].length; x++) {
        same &= raster.hasAny(y, x, x) == expected[y][x];
      }
    }
    assertThat(same).isTrue();
    assertThat(raster.count()).isEqualTo(NaiveClassMasks.count(expected));
  }

  /** Rows of runs, from noise to full. */
  private static boolean[][] random(Random random, int width) {
    boolean[][] mask = new boolean[1 + random.nextInt(12)][width];
    int longest = 1 << random.nextInt(10);
    boolean value = random.nextBoolean();
    int left = 1;
    for (boolean[] row : mask) {
      for (int x = 0; x < width; x++) {
        if (--left == 0) {
          value = random.nextInt(3) > 0;
          left = 1 + random.nextInt(longest);
        }
        row[x] = value;
      }
    }
    return mask;
  }

  private static boolean[][] sparse(Random random, int width, int height) {
    boolean[][] mask = new boolean[height][width];
    for (boolean[] row : mask) {
      for (int x = 0; x < width; x++) {
        row[x] = random.nextInt(8) == 0;
      }
    }
    return mask;
  }
}
