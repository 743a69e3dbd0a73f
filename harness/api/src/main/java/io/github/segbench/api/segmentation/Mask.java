package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.Objects;

/**
 * A binary mask as run lengths in COCO order: column by column from the upper left, the first run
 * counts background pixels and may be 0, runs alternate and add up to {@code width * height}.
 *
 * <p>Source of the encoding: cocodataset/cocoapi, common/maskApi.c.
 */
public final class Mask {
  private final int width;
  private final int height;
  private final int[] counts;
  private final long area;

  private Mask(int width, int height, int[] counts) {
    this.width = width;
    this.height = height;
    this.counts = counts;
    long foreground = 0;
    for (int i = 1; i < counts.length; i += 2) {
      foreground += counts[i];
    }
    this.area = foreground;
  }

  /**
   * A mask from run lengths.
   *
   * @param counts as in an uncompressed COCO RLE; copied. Empty runs but the first are left out of
   *     the mask's own, which keep their sum
   * @throws IllegalArgumentException if a side is not positive, a run is negative, or the sum is
   *     not {@code width * height}
   */
  public static Mask ofCounts(int width, int height, int[] counts) {
    Objects.requireNonNull(counts, "counts");
    requireSize(width, height);
    long sum = 0;
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("negative run length " + count);
      }
      sum += count;
    }
    if (sum != (long) width * height) {
      throw new IllegalArgumentException(
          "runs add up to "
              + sum
              + " pixels, expected "
              + width
              + "x"
              + height
              + " = "
              + (long) width * height);
    }
    return new Mask(width, height, withoutEmptyRuns(counts));
  }

  /** Equal masks have equal runs: an empty run between two others joins them. */
  private static int[] withoutEmptyRuns(int[] counts) {
    int[] joined = new int[Math.max(1, counts.length)];
    int size = 1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        if (((size - 1) & 1) != (i & 1)) {
          size++;
        }
        joined[size - 1] += counts[i];
      }
    }
    return Arrays.copyOf(joined, size);
  }

  /**
   * A mask from a bitmap.
   *
   * @param bitmap {@code [height, width]} row-major
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public static Mask ofBitmap(int width, int height, boolean[] bitmap) {
    requireSize(width, height);
    if (bitmap.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a bitmap of " + width + "x" + height + " cannot have " + bitmap.length + " pixels");
    }
    Runs runs = new Runs();
    for (int x = 0; x < width; x++) {
      for (int y = 0, i = x; y < height; y++, i += width) {
        runs.add(bitmap[i], 1);
      }
    }
    return new Mask(width, height, runs.toCounts());
  }

  private static void requireSize(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("mask size must be positive: " + width + "x" + height);
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Number of foreground pixels. */
  public long area() {
    return area;
  }

  /** A copy of the run lengths. */
  public int[] counts() {
    return counts.clone();
  }

  /** The mask as a bitmap, {@code [height, width]} row-major. */
  public boolean[] toBitmap() {
    boolean[] bitmap = new boolean[width * height];
    int position = 0;
    boolean foreground = false;
    for (int count : counts) {
      if (foreground) {
        for (int p = position; p < position + count; p++) {
          bitmap[p % height * width + p / height] = true;
        }
      }
      position += count;
      foreground = !foreground;
    }
    return bitmap;
  }

  /**
   * Number of pixels that both masks hold; walks the two run lists once.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public long intersectionArea(Mask other) {
    requireSameSize(other);
    long intersection = 0;
    int i = 0;
    int j = 0;
    int left = counts[0];
    int right = other.counts[0];
    while (i < counts.length && j < other.counts.length) {
      int step = Math.min(left, right);
      if ((i & j & 1) == 1) {
        intersection += step;
      }
      left -= step;
      right -= step;
      if (left == 0 && ++i < counts.length) {
        left = counts[i];
      }
      if (right == 0 && ++j < other.counts.length) {
        right = other.counts[j];
      }
    }
    return intersection;
  }

  /**
   * The pixels that either mask holds.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public Mask union(Mask other) {
    requireSameSize(other);
    Runs runs = new Runs();
    int i = 0;
    int j = 0;
    int left = counts[0];
    int right = other.counts[0];
    while (i < counts.length && j < other.counts.length) {
      int step = Math.min(left, right);
      runs.add(((i | j) & 1) == 1, step);
      left -= step;
      right -= step;
      if (left == 0 && ++i < counts.length) {
        left = counts[i];
      }
      if (right == 0 && ++j < other.counts.length) {
        right = other.counts[j];
      }
    }
    return new Mask(width, height, runs.toCounts());
  }

  private void requireSameSize(Mask other) {
    if (width != other.width || height != other.height) {
      throw new IllegalArgumentException(
          "masks of different sizes: "
              + width
              + "x"
              + height
              + " and "
              + other.width
              + "x"
              + other.height);
    }
  }

  /** The tightest box around the foreground; {@code 0,0,0,0} for an empty mask. */
  public BoundingBox boundingBox() {
    if (area == 0) {
      return new BoundingBox(0, 0, 0, 0);
    }
    int minX = Integer.MAX_VALUE;
    int maxX = -1;
    int minY = Integer.MAX_VALUE;
    int maxY = -1;
    int position = counts[0];
    for (int i = 1; i < counts.length; i++) {
      int count = counts[i];
      if ((i & 1) == 1 && count > 0) {
        int last = position + count - 1;
        int firstColumn = position / height;
        int lastColumn = last / height;
        minX = Math.min(minX, firstColumn);
        maxX = Math.max(maxX, lastColumn);
        boolean wraps = lastColumn > firstColumn;
        minY = wraps ? 0 : Math.min(minY, position % height);
        maxY = wraps ? height - 1 : Math.max(maxY, last % height);
      }
      position += count;
    }
    return new BoundingBox(minX, minY, maxX - minX + 1, maxY - minY + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask that
        && width == that.width
        && height == that.height
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Mask[" + width + "x" + height + ", area " + area + "]";
  }

  /** Collects pixels into alternating runs, of which only the first may be empty. */
  private static final class Runs {
    private int[] counts = new int[16];
    private int size = 1;
    private boolean current;

    void add(boolean foreground, int pixels) {
      if (pixels > 0 && foreground != current) {
        current = foreground;
        if (size == counts.length) {
          counts = Arrays.copyOf(counts, size * 2);
        }
        counts[size++] = 0;
      }
      counts[size - 1] += pixels;
    }

    int[] toCounts() {
      return Arrays.copyOf(counts, size);
    }
  }
}
