package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernels of masks against loops over pixels. */
final class MaskKernelsTest {
  private static final int TRIALS = 20_000;

  private final Random random = new Random(21);

  @Test
  void readsAndWritesBitmapsOfBothLayouts() {
    for (int trial = 0; trial < TRIALS; trial++) {
      // Often more than 8 pixels long, as bitmaps are read in words of eight.
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      boolean[] rows = randomBitmap(width, height);
      byte[] columns = new byte[rows.length];
      for (int x = 0, i = 0; x < width; x++) {
        for (int y = 0; y < height; y++, i++) {
          columns[i] = (byte) (rows[y * width + x] ? 1 : 0);
        }
      }
      Mask mask = Mask.ofCounts(width, height, naiveCounts(columns));
      assertThat(Mask.ofBitmap(width, height, rows)).isEqualTo(mask);
      assertThat(Mask.ofColumns(width, height, columns)).isEqualTo(mask);
      assertThat(mask.toBitmap()).isEqualTo(rows);
      assertThat(mask.toColumns()).isEqualTo(columns);
      assertThat(mask.counts()).isEqualTo(naiveCounts(columns));
    }
  }

  @Test
  void takesAnyByteButZeroForForeground() {
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] columns = new byte[1 + random.nextInt(40)];
      byte[] ones = new byte[columns.length];
      for (int i = 0; i < columns.length; i++) {
        boolean background = random.nextInt(3) == 0;
        columns[i] = (byte) (background ? 0 : i > 0 && random.nextBoolean() ? columns[i - 1] : 128);
        columns[i] = random.nextInt(5) == 0 ? (byte) random.nextInt(256) : columns[i];
        ones[i] = (byte) (columns[i] == 0 ? 0 : 1);
      }
      assertThat(Mask.ofColumns(1, columns.length, columns).toColumns()).isEqualTo(ones);
    }
  }

  /** As maskApi's rleEncode. */
  private static int[] naiveCounts(byte[] columns) {
    List<Integer> counts = new ArrayList<>();
    int count = 0;
    byte current = 0;
    for (byte pixel : columns) {
      if (pixel != current) {
        counts.add(count);
        count = 0;
        current = pixel;
      }
      count++;
    }
    counts.add(count);
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void combinesPixelsOfTwoMasks() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int width = 1 + random.nextInt(10);
      int height = 1 + random.nextInt(10);
      boolean[] left = randomBitmap(width, height);
      boolean[] right = randomBitmap(width, height);
      boolean[] both = new boolean[left.length];
      boolean[] either = new boolean[left.length];
      boolean[] leftAlone = new boolean[left.length];
      int common = 0;
      for (int i = 0; i < left.length; i++) {
        both[i] = left[i] && right[i];
        either[i] = left[i] || right[i];
        leftAlone[i] = left[i] && !right[i];
        common += both[i] ? 1 : 0;
      }
      Mask a = Mask.ofBitmap(width, height, left);
      Mask b = Mask.ofBitmap(width, height, right);
      assertThat(a.intersectionArea(b)).isEqualTo(common);
      assertThat(a.intersection(b)).isEqualTo(Mask.ofBitmap(width, height, both));
      assertThat(a.union(b)).isEqualTo(Mask.ofBitmap(width, height, either));
      assertThat(a.minus(b)).isEqualTo(Mask.ofBitmap(width, height, leftAlone));
      assertThat(a.intersectionArea(a)).isEqualTo(a.area());
      assertThat(a.minus(a).area()).isZero();
    }
  }

  @Test
  void combinesAnyNumberOfMasks() {
    for (int trial = 0; trial < TRIALS / 4; trial++) {
      List<Mask> masks = new ArrayList<>();
      boolean[] any = new boolean[63];
      boolean[] all = new boolean[63];
      for (int m = 1 + random.nextInt(5); m > 0; m--) {
        boolean[] bitmap = randomBitmap(9, 7);
        boolean first = masks.isEmpty();
        for (int i = 0; i < bitmap.length; i++) {
          any[i] |= bitmap[i];
          all[i] = (first || all[i]) && bitmap[i];
        }
        masks.add(Mask.ofBitmap(9, 7, bitmap));
      }
      assertThat(Mask.union(masks)).isEqualTo(Mask.ofBitmap(9, 7, any));
      assertThat(Mask.intersection(masks)).isEqualTo(Mask.ofBitmap(9, 7, all));
    }
  }

  @Test
  void measuresAreaAndBox() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int width = 1 + random.nextInt(10);
      int height = 1 + random.nextInt(10);
      boolean[] bitmap = randomBitmap(width, height);
      int area = 0;
      int left = width;
      int top = height;
      int right = 0;
      int bottom = 0;
      for (int i = 0; i < bitmap.length; i++) {
        if (bitmap[i]) {
          area++;
          left = Math.min(left, i % width);
          right = Math.max(right, i % width + 1);
          top = Math.min(top, i / width);
          bottom = Math.max(bottom, i / width + 1);
        }
      }
      Mask mask = Mask.ofBitmap(width, height, bitmap);
      assertThat(mask.area()).isEqualTo(area);
      assertThat(mask.boundingBox())
          .isEqualTo(
              area == 0
                  ? new BoundingBox(0, 0, 0, 0)
                  : new BoundingBox(left, top, right - left, bottom - top));
    }
  }

  @Test
  void refusesMasksThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.ofColumns(2, 2, new byte[5]))
        .withMessage("a bitmap of 2x2 cannot have 5 pixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.ofCounts(65_536, 32_768, new int[] {Integer.MAX_VALUE, 1}))
        .withMessage("a mask of 65536x32768 has more than 2^31 - 1 pixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.ofCounts(3, 2, new int[] {1, Integer.MAX_VALUE, Integer.MAX_VALUE}))
        .withMessage("runs add up to 4294967295 pixels, expected 3x2 = 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.union(List.of()))
        .withMessage("no masks: their size is unknown");
    Mask flat = Mask.ofCounts(3, 2, new int[] {0, 6});
    Mask high = Mask.ofCounts(2, 3, new int[] {0, 6});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flat.minus(high))
        .withMessage("masks of different sizes: 3x2 and 2x3");
    assertThatIllegalArgumentException().isThrownBy(() -> flat.intersection(high));
    assertThatIllegalArgumentException().isThrownBy(() -> Mask.union(List.of(flat, high)));
  }

  @Test
  void holdsTheLargestMask() {
    Mask full = Mask.ofCounts(1, Integer.MAX_VALUE, new int[] {0, Integer.MAX_VALUE});
    Mask top = Mask.ofCounts(1, Integer.MAX_VALUE, new int[] {0, 1, Integer.MAX_VALUE - 1});
    assertThat(full.intersectionArea(top)).isEqualTo(1);
    assertThat(full.minus(top).boundingBox())
        .isEqualTo(new BoundingBox(0, 1, 1, Integer.MAX_VALUE - 1.0));
  }

  /** Empty, full, single pixels, noise, or rectangles that touch the borders or not. */
  private boolean[] randomBitmap(int width, int height) {
    boolean[] bitmap = new boolean[width * height];
    switch (random.nextInt(5)) {
      case 0 -> Arrays.fill(bitmap, random.nextBoolean());
      case 1 -> bitmap[random.nextInt(bitmap.length)] = true;
      case 2 -> {
        int share = random.nextInt(11);
        for (int i = 0; i < bitmap.length; i++) {
          bitmap[i] = random.nextInt(10) < share;
        }
      }
      default -> {
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        int right = left + 1 + random.nextInt(width - left);
        int bottom = top + 1 + random.nextInt(height - top);
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            bitmap[y * width + x] = true;
          }
        }
      }
    }
    return bitmap;
  }
}
