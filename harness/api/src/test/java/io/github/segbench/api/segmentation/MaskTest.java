package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MaskTest {
  /**
   * A 3x2 image (width 3, height 2):
   *
   * <pre>
   *   . # #
   *   . . #
   * </pre>
   *
   * column by column: {@code . . # . # #}, so 2 background, 1 foreground, 1 background, 2
   * foreground.
   */
  private static final boolean[] CORNER = {false, true, true, false, false, true};

  @Test
  void countsRunsColumnByColumn() {
    assertThat(Mask.ofBitmap(3, 2, CORNER).counts()).containsExactly(2, 1, 1, 2);
  }

  @Test
  void startsWithAnEmptyRunWhenTheFirstPixelIsForeground() {
    assertThat(Mask.ofBitmap(1, 2, new boolean[] {true, false}).counts()).containsExactly(0, 1, 1);
  }

  @Test
  void bitmapSurvivesTheRoundTrip() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      boolean[] bitmap = randomBitmap(random, width * height);
      assertThat(Mask.ofBitmap(width, height, bitmap).toBitmap()).isEqualTo(bitmap);
    }
  }

  @Test
  void areaIntersectionAndBoxAgreeWithTheBitmaps() {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(9);
      int height = 1 + random.nextInt(9);
      boolean[] a = randomBitmap(random, width * height);
      boolean[] b = randomBitmap(random, width * height);
      Mask left = Mask.ofBitmap(width, height, a);
      Mask right = Mask.ofBitmap(width, height, b);
      long both = 0;
      long area = 0;
      int minX = width;
      int minY = height;
      int maxX = -1;
      int maxY = -1;
      for (int i = 0; i < a.length; i++) {
        both += a[i] && b[i] ? 1 : 0;
        area += a[i] ? 1 : 0;
        if (a[i]) {
          minX = Math.min(minX, i % width);
          maxX = Math.max(maxX, i % width);
          minY = Math.min(minY, i / width);
          maxY = Math.max(maxY, i / width);
        }
      }
      assertThat(left.area()).isEqualTo(area);
      assertThat(left.intersectionArea(right)).isEqualTo(both);
      assertThat(right.intersectionArea(left)).isEqualTo(both);
      BoundingBox expected =
          area == 0
              ? new BoundingBox(0, 0, 0, 0)
              : new BoundingBox(minX, minY, maxX - minX + 1, maxY - minY + 1);
      assertThat(left.boundingBox()).isEqualTo(expected);
    }
  }

  @Test
  void emptyRunsInTheMiddleDoNotDisturbTheIntersection() {
    // 4 pixels: runs 1 . | 1 # | 0 . | 1 # | 1 .  is the same mask as  1 . | 2 # | 1 .
    Mask split = Mask.ofCounts(1, 4, new int[] {1, 1, 0, 1, 1});
    Mask whole = Mask.ofCounts(1, 4, new int[] {1, 2, 1});
    assertThat(split.intersectionArea(whole)).isEqualTo(2);
    assertThat(whole.intersectionArea(split)).isEqualTo(2);
    assertThat(split.boundingBox()).isEqualTo(whole.boundingBox());
  }

  @Test
  void refusesRunsThatDoNotCoverTheImage() {
    assertThatThrownBy(() -> Mask.ofCounts(3, 2, new int[] {2, 1}))
        .hasMessage("runs add up to 3 pixels, expected 3x2 = 6");
    assertThatThrownBy(() -> Mask.ofCounts(3, 2, new int[] {7, -1}))
        .hasMessage("negative run length -1");
  }

  @Test
  void refusesToIntersectMasksOfDifferentSizes() {
    Mask small = Mask.ofBitmap(1, 1, new boolean[1]);
    Mask large = Mask.ofBitmap(1, 2, new boolean[2]);
    assertThatThrownBy(() -> small.intersectionArea(large))
        .hasMessage("masks of different sizes: 1x1 and 1x2");
  }

  private static boolean[] randomBitmap(Random random, int size) {
    boolean[] bitmap = new boolean[size];
    double density = random.nextDouble();
    for (int i = 0; i < size; i++) {
      bitmap[i] = random.nextDouble() < density;
    }
    return bitmap;
  }
}
