package io.github.segbench.models.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Mask;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class PasteRuleTest {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  /** Row r, column c: 0.31 + 0.09 * ((7 r + 5 c) mod 8). */
  private static final float[] SAMPLES = {
    0.31f, 0.76f, 0.49f, 0.94f,
    0.94f, 0.67f, 0.40f, 0.85f,
    0.85f, 0.58f, 0.31f, 0.76f,
    0.76f, 0.49f, 0.94f, 0.67f
  };

  private static final Box WITHIN = new Box(1.3f, 0.6f, 9.8f, 6.4f);
  private static final Box ACROSS_LEFT_AND_BOTTOM = new Box(-2.5f, 2.2f, 4.7f, 9.9f);
  private static final Box THINNER_THAN_A_PIXEL = new Box(3.2f, 3.4f, 3.9f, 8.6f);
  private static final Box ACROSS_RIGHT_AND_TOP = new Box(7.5f, -1.25f, 14.25f, 3.5f);

  /**
   * The masks are torchvision's own: {@code paste_masks_in_image(SAMPLES, box, (8, 12)) > 0.5} of
   * torchvision 0.14.1.
   */
  @Test
  void pastesAsTorchvisionDoes() {
    assertThat(rows(PasteRule.TORCHVISION, WITHIN))
        .containsExactly(
            "............",
            "........#...",
            "...#######..",
            "..####.###..",
            "..####..##..",
            "..########..",
            "......##....",
            "............");
    assertThat(rows(PasteRule.TORCHVISION, ACROSS_LEFT_AND_BOTTOM))
        .containsExactly(
            "............",
            "............",
            "#..##.......",
            "##.##.......",
            "##.##.......",
            "##.##.......",
            "#..##.......",
            "##.##.......");
    assertThat(rows(PasteRule.TORCHVISION, THINNER_THAN_A_PIXEL))
        .containsExactly(
            "............",
            "............",
            "............",
            "....#.......",
            "...##.......",
            "...##.......",
            "...##.......",
            "...##.......");
    assertThat(rows(PasteRule.TORCHVISION, ACROSS_RIGHT_AND_TOP))
        .containsExactly(
            ".......####.",
            ".......###..",
            ".......#####",
            ".......##.##",
            "............",
            "............",
            "............",
            "............");
  }

  /**
   * The masks come from PyTorch 1.13: {@code grid_sample} at the coordinates of Detectron2's {@code
   * _do_paste_mask}, 0.5 and more.
   */
  @Test
  void pastesAsDetectron2Does() {
    assertThat(rows(PasteRule.DETECTRON2, WITHIN))
        .containsExactly(
            "............",
            "...###.###..",
            "..####.###..",
            ".####..###..",
            "..###..##...",
            "..#######...",
            "............",
            "............");
    assertThat(rows(PasteRule.DETECTRON2, ACROSS_LEFT_AND_BOTTOM))
        .containsExactly(
            "............",
            "............",
            "...#........",
            "#####.......",
            "#####.......",
            "#.###.......",
            "#..#........",
            "#.##........");
    assertThat(rows(PasteRule.DETECTRON2, THINNER_THAN_A_PIXEL))
        .containsExactly(
            "............",
            "............",
            "............",
            "............",
            "...#........",
            "...#........",
            "...#........",
            "...#........");
    assertThat(rows(PasteRule.DETECTRON2, ACROSS_RIGHT_AND_TOP))
        .containsExactly(
            "........###.",
            "........###.",
            "........####",
            "............",
            "............",
            "............",
            "............",
            "............");
  }

  @Test
  void countsAPixelAtTheThresholdWhereDetectron2Does() {
    float[] half = {0.5f, 0.5f, 0.5f, 0.5f};
    Box box = new Box(1, 1, 3, 3);
    assertThat(paste(PasteRule.DETECTRON2, half, 2, box).area()).isEqualTo(4);
    assertThat(paste(PasteRule.TORCHVISION, half, 2, box).area()).isZero();
    assertThat(paste(PasteRule.PIXEL_CENTRE, half, 2, box).area()).isZero();
  }

  @ParameterizedTest
  @EnumSource(PasteRule.class)
  void givesAnEmptyMaskForABoxOutsideOfTheImage(PasteRule rule) {
    assertThat(paste(rule, new float[] {1}, 1, new Box(20, 20, 30, 30)).area()).isZero();
    assertThat(paste(rule, new float[] {1}, 1, new Box(-30, 1, -20, 3)).area()).isZero();
  }

  @ParameterizedTest
  @EnumSource(value = PasteRule.class, mode = Mode.EXCLUDE, names = "PIXEL_CENTRE")
  void agreesWithTheNaiveTwinOnRandomBoxes(PasteRule rule) {
    Random random = new Random(47);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(28);
      float[] samples = new float[size * size];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextFloat();
      }
      float left = random.nextFloat() * 16 - 4;
      float top = random.nextFloat() * 12 - 4;
      Box box =
          new Box(
              left,
              top,
              left + 0.1f + random.nextFloat() * 14,
              top + 0.1f + random.nextFloat() * 9);
      boolean[] pasted = paste(rule, samples, size, box).toBitmap();
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double value = naive(rule, samples, size, box, x, y);
          if (Math.abs(value - 0.5) > 1e-4) {
            assertThat(pasted[y * WIDTH + x])
                .as("%s at %d,%d: %s", box, x, y, value)
                .isEqualTo(value > 0.5);
          }
        }
      }
    }
  }

  /** In double precision: the whole mask with its weights at one pixel. */
  private static double naive(PasteRule rule, float[] samples, int size, Box box, int x, int y) {
    double u = position(rule, x, box.left(), box.right(), size);
    double v = position(rule, y, box.top(), box.bottom(), size);
    double value = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double weight = Math.max(0, 1 - Math.abs(u - column)) * Math.max(0, 1 - Math.abs(v - row));
        value += weight * samples[row * size + column];
      }
    }
    return value;
  }

  /** Where a pixel falls among the samples; far outside of them if it has no value. */
  private static double position(PasteRule rule, int pixel, double low, double high, int size) {
    if (rule == PasteRule.DETECTRON2) {
      return (pixel + 0.5 - low) / (high - low) * size - 0.5;
    }
    // The box grows by a sample on either side and is cut to whole numbers, towards 0.
    double growth = (high - low) / size;
    long start = (long) (low - growth);
    long end = (long) (high + growth);
    if (pixel < start || pixel > end) {
      return -1000;
    }
    // Its pixels, both edges included, share size + 2 samples, of which the outermost are 0.
    return (pixel - start + 0.5) * (size + 2) / (end - start + 1) - 0.5 - 1;
  }

  private static List<String> rows(PasteRule rule, Box box) {
    boolean[] bitmap = paste(rule, SAMPLES, 4, box).toBitmap();
    return IntStream.range(0, HEIGHT)
        .mapToObj(
            y -> {
              StringBuilder row = new StringBuilder();
              for (int x = 0; x < WIDTH; x++) {
                row.append(bitmap[y * WIDTH + x] ? '#' : '.');
              }
              return row.toString();
            })
        .toList();
  }

  private static Mask paste(PasteRule rule, float[] samples, int size, Box box) {
    return new RoiMaskPaster(rule, 0.5).paste(samples, size, box, WIDTH, HEIGHT);
  }
}
