package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MaskTest {
  private static final int RANDOM_MASKS = 5_000;

  @Test
  void countsRunsColumnByColumn() {
    // . X .
    // . X X   columns top to bottom: ..  XX  .X  ->  2 background, 2, 1, 1
    Mask mask = Mask.ofBitmap(3, 2, bits(".X. .XX"));
    assertThat(mask.counts()).containsExactly(2, 2, 1, 1);
    assertThat(mask.area()).isEqualTo(3);
    assertThat(mask.boundingBox()).isEqualTo(new BoundingBox(1, 0, 2, 2));
  }

  @Test
  void visitsEveryForegroundPixelAlsoOfARunThatGoesOnInTheNextColumn() {
    // . X X
    // X X .   column by column 0 1 | 1 1 | 1 0: one run over three columns
    List<Integer> pixels = new ArrayList<>();
    Mask.ofBitmap(3, 2, bits(".XX XX.")).forEachPixel(pixels::add);
    // y * 3 + x of (0, 1), (1, 0), (1, 1), (2, 0)
    assertThat(pixels).containsExactly(3, 1, 4, 2);
  }

  @Test
  void equalPixelsAreEqualWhateverTheEmptyRuns() {
    Mask plain = Mask.ofCounts(3, 2, new int[] {2, 3, 1});
    assertThat(Mask.ofCounts(3, 2, new int[] {0, 0, 2, 1, 0, 2, 1, 0}))
        .isEqualTo(plain)
        .hasSameHashCodeAs(plain);
  }

  @Test
  void keepsAnEmptyFirstRunBecauseRunsStartWithBackground() {
    assertThat(Mask.ofCounts(2, 2, new int[] {0, 4}).counts()).containsExactly(0, 4);
  }

  @Test
  void rejectsRunsThatDoNotFillTheImage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.ofCounts(3, 2, new int[] {2, 3}))
        .withMessage("runs add up to 5 pixels, expected 3x2 = 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.ofCounts(3, 2, new int[] {8, -2}))
        .withMessage("negative run length -2");
  }

  @Test
  void rejectsMasksOfDifferentSizes() {
    Mask flat = Mask.ofCounts(3, 2, new int[] {6});
    Mask high = Mask.ofCounts(2, 3, new int[] {6});
    assertThatIllegalArgumentException().isThrownBy(() -> flat.union(high));
    assertThatIllegalArgumentException().isThrownBy(() -> flat.intersectionArea(high));
  }

  @Test
  void agreesWithBitmaps() {
    Random random = new Random(7);
    for (int i = 0; i < RANDOM_MASKS; i++) {
      int width = 1 + random.nextInt(7);
      int height = 1 + random.nextInt(7);
      boolean[] a = randomBits(random, width * height);
      boolean[] b = randomBits(random, width * height);
      Mask left = Mask.ofBitmap(width, height, a);
      Mask right = Mask.ofBitmap(width, height, b);
      boolean[] both = new boolean[a.length];
      long common = 0;
      for (int p = 0; p < a.length; p++) {
        both[p] = a[p] || b[p];
        common += a[p] && b[p] ? 1 : 0;
      }
      assertThat(left.toBitmap()).isEqualTo(a);
      assertThat(left.union(right)).isEqualTo(Mask.ofBitmap(width, height, both));
      assertThat(left.intersectionArea(right)).isEqualTo(common);
      assertThat(left.boundingBox()).isEqualTo(naiveBox(width, height, a));
      assertThat(Mask.ofCounts(width, height, left.counts())).isEqualTo(left);
    }
  }

  private static BoundingBox naiveBox(int width, int height, boolean[] bitmap) {
    int left = width;
    int top = height;
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (bitmap[y * width + x]) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return right < 0
        ? new BoundingBox(0, 0, 0, 0)
        : new BoundingBox(left, top, right - left + 1, bottom - top + 1);
  }

  private static boolean[] randomBits(Random random, int length) {
    int share = random.nextInt(11);
    boolean[] bits = new boolean[length];
    for (int i = 0; i < length; i++) {
      bits[i] = random.nextInt(10) < share;
    }
    return bits;
  }

  private static boolean[] bits(String rows) {
    String pixels = rows.replace(" ", "");
    boolean[] bits = new boolean[pixels.length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = pixels.charAt(i) == 'X';
    }
    return bits;
  }
}
