package io.github.segbench.models.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RoiMaskPasterTest {
  @Test
  void takesPixelsWhoseCentreIsInTheBox() {
    // Columns 1.5 <= c + 0.5 < 3.5 are 1 and 2; rows 0.6 <= r + 0.5 < 2.4 is 1.
    Mask mask = paste(new float[] {1}, 1, new Box(1.5f, 0.6f, 3.5f, 2.4f), 5, 4);
    // Column by column, 4 rows each: column 0 and a row, one pixel, 3, one pixel, the rest.
    assertThat(mask.counts()).containsExactly(5, 1, 3, 1, 10);
  }

  @Test
  void stretchesSamplesOverTheBox() {
    // Two samples 0 and 1 over columns 0..8: u = (c + 0.5) / 8 * 2 - 0.5 is -0.375, -0.125, 0.125,
    // 0.375, 0.625, ...: above 0.5 from column 4 on.
    Mask mask = paste(new float[] {0, 1, 0, 1}, 2, new Box(0, 0, 8, 1), 8, 1);
    assertThat(mask.counts()).containsExactly(4, 4);
  }

  @Test
  void leavesOutWhatEqualsTheThreshold() {
    assertThat(paste(new float[] {0.5f}, 1, new Box(0, 0, 2, 2), 2, 2).area()).isZero();
  }

  @Test
  void cutsBoxesAtTheImage() {
    Mask mask = paste(new float[] {1}, 1, new Box(-10, -10, 2, 100), 3, 2);
    assertThat(mask.counts()).containsExactly(0, 4, 2);
  }

  @Test
  void givesAnEmptyMaskForABoxWithoutPixels() {
    assertThat(paste(new float[] {1}, 1, new Box(5, 5, 9, 9), 4, 4).counts()).containsExactly(16);
    assertThat(paste(new float[] {1}, 1, new Box(3, 1, 1, 2), 4, 4).area()).isZero();
    assertThat(paste(new float[] {1}, 1, new Box(1.6f, 0, 2.4f, 4), 4, 4).area()).isZero();
  }

  @Test
  void stretchesBoxesThinnerThanAPixelAsIfTheyHadOne() {
    // Box of 0.5 columns around centre 1.5; the extent counts as 1: u = 0.25 / 1 * 2 - 0.5 = 0, so
    // the first sample alone, 0.6. Over the true extent it would be the mean of 0.6 and 0.
    Mask mask = paste(new float[] {0.6f, 0, 0.6f, 0}, 2, new Box(1.25f, 0, 1.75f, 1), 3, 1);
    assertThat(mask.counts()).containsExactly(1, 1, 1);
  }

  @Test
  void agreesWithTheNaiveTwinOnRandomBoxes() {
    Random random = new Random(31);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(30);
      int height = 1 + random.nextInt(30);
      int size = 1 + random.nextInt(28);
      float[] samples = new float[size * size];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextFloat();
      }
      float left = random.nextFloat() * 40 - 5;
      float top = random.nextFloat() * 40 - 5;
      Box box = new Box(left, top, left + random.nextFloat() * 30, top + random.nextFloat() * 30);
      assertThat(paste(samples, size, box, width, height))
          .as("%s in %dx%d", box, width, height)
          .isEqualTo(Mask.ofBitmap(width, height, naive(samples, size, box, width, height)));
    }
  }

  private static Mask paste(float[] samples, int size, Box box, int width, int height) {
    return new RoiMaskPaster(0.5).paste(samples, size, box, width, height);
  }

  /**
   * The rule as docs/models-instance.md states it: all samples with their weights, at every pixel.
   */
  private static boolean[] naive(float[] samples, int size, Box box, int width, int height) {
    boolean[] bitmap = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = 0;
        for (int column = 0; column < size; column++) {
          float profile = 0;
          for (int row = 0; row < size; row++) {
            float weight = weight(y, row, box.top(), box.bottom(), size);
            profile += weight * samples[row * size + column];
          }
          value += weight(x, column, box.left(), box.right(), size) * profile;
        }
        bitmap[y * width + x] = value > 0.5f;
      }
    }
    return bitmap;
  }

  private static float weight(int pixel, int sample, float low, float high, int size) {
    float centre = pixel + 0.5f;
    if (centre < low || centre >= high) {
      return 0;
    }
    float position = (centre - low) / Math.max(high - low, 1) * size - 0.5f;
    float clamped = Math.max(0, Math.min(position, size - 1));
    return Math.max(0, 1 - Math.abs(clamped - sample));
  }
}
