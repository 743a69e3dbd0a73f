package io.github.segbench.metrics.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.Mask;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskBoundaryTest {
  /** Kept over all masks, so that what a mask leaves in the buffers shows in the next. */
  private final MaskBoundary boundary = new MaskBoundary();

  private final MaskErosion erosion = new MaskErosion();

  @Test
  void isTheRingOfASquare() {
    // 5x5 pixels of 7x7: without the outermost ring of width 1 there are 3x3 left.
    boolean[] square = new boolean[49];
    boolean[] ring = new boolean[49];
    for (int y = 1; y <= 5; y++) {
      for (int x = 1; x <= 5; x++) {
        square[y * 7 + x] = true;
        ring[y * 7 + x] = x == 1 || x == 5 || y == 1 || y == 5;
      }
    }
    assertThat(boundary.of(Mask.ofBitmap(7, 7, square), 1)).isEqualTo(Mask.ofBitmap(7, 7, ring));
  }

  @Test
  void takesTheBorderOfTheImageAsOutline() {
    Mask full = Mask.ofCounts(40, 30, new int[] {0, 1200});
    // Without 4 rows and columns at each side: 1200 - 32 x 22.
    assertThat(boundary.of(full, 4).area()).isEqualTo(496);
    assertThat(boundary.of(full, 15)).isEqualTo(full);
    assertThat(boundary.of(full, Integer.MAX_VALUE)).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource({
    // 0.02 x the diagonal: 800, 2289.7, 25, 75, 125 (2.5 becomes the even 2), 1.4
    "640, 480, 16",
    "2048, 1024, 46",
    "15, 20, 1",
    "45, 60, 2",
    "75, 100, 2",
    "1, 1, 1"
  })
  void roundsTheWidthAsPythonDoes(int width, int height, int expected) {
    assertThat(MaskBoundary.width(width, height)).isEqualTo(expected);
  }

  @Test
  void refusesAWidthBelowOne() {
    Mask mask = Mask.ofCounts(2, 2, new int[] {0, 4});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> boundary.of(mask, 0))
        .withMessage("the distance of an erosion is 0");
  }

  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(11);
    int kept = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      int width = 1 + random.nextInt(16);
      int height = 1 + random.nextInt(16);
      int distance = 1 + random.nextInt(2) + random.nextInt(2);
      boolean[] bitmap = randomBitmap(random, width, height);
      boolean[] eroded = NaiveBoundary.erode(width, height, bitmap, distance);
      boolean[] outline = NaiveBoundary.boundary(width, height, bitmap, distance);
      Mask mask = Mask.ofBitmap(width, height, bitmap);
      Mask expected = Mask.ofBitmap(width, height, eroded);
      kept += expected.area() > 0 ? 1 : 0;
      assertThat(erosion.erode(mask, distance)).isEqualTo(expected);
      assertThat(boundary.of(mask, distance)).isEqualTo(Mask.ofBitmap(width, height, outline));
    }
    assertThat(kept).isGreaterThan(4_000);
  }

  @Test
  void equalsErosionsByASmallSquareOneAfterTheOther() {
    Random random = new Random(12);
    for (int trial = 0; trial < 2_000; trial++) {
      Mask mask = Mask.ofBitmap(40, 30, randomBitmap(random, 40, 30));
      Mask step = mask;
      for (int distance = 1; distance <= 6; distance++) {
        step = erosion.erode(step, 1);
        assertThat(erosion.erode(mask, distance)).isEqualTo(step);
      }
    }
  }

  /** Rectangles and single pixels of foreground and of background, on either. */
  private static boolean[] randomBitmap(Random random, int width, int height) {
    boolean[] bitmap = new boolean[width * height];
    Arrays.fill(bitmap, random.nextInt(3) == 0);
    for (int i = random.nextInt(6); i > 0; i--) {
      fill(random, bitmap, width, height, random.nextInt(4) > 0);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      bitmap[random.nextInt(bitmap.length)] ^= true;
    }
    return bitmap;
  }

  private static void fill(
      Random random, boolean[] bitmap, int width, int height, boolean foreground) {
    int left = random.nextInt(width);
    int top = random.nextInt(height);
    int right = left + 1 + random.nextInt(width - left);
    int bottom = top + 1 + random.nextInt(height - top);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        bitmap[y * width + x] = foreground;
      }
    }
  }
}
