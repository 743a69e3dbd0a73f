package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A binary mask as its runs of foreground pixels in COCO order: column by column from the upper
 * left, pixel {@code (x, y)} at position {@code x * height + y}. Immutable.
 *
 * <p>Its {@link #counts()} are an uncompressed COCO RLE. Area and bounding box are computed once,
 * when the mask is made. Source of the encoding: cocodataset/cocoapi, common/maskApi.c.
 */
public final class Mask {
  private final int width;
  private final int height;

  /** Start and end of each run, strictly ascending: no run and no gap is empty. */
  private final int[] bounds;

  private final int area;
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;

  /**
   * @param bounds kept; strictly ascending positions, an even number
   */
  Mask(int width, int height, int[] bounds) {
    this.width = width;
    this.height = height;
    this.bounds = bounds;
    if (bounds.length == 0) {
      area = left = top = right = bottom = 0;
      return;
    }
    left = bounds[0] / height;
    right = (bounds[bounds.length - 1] - 1) / height + 1;
    int pixels = 0;
    int highest = height;
    int lowest = 0;
    // A run that crosses columns touches the first and the last row. Columns are mostly next to
    // each other, so that a division is rarely needed.
    int column = left * height;
    for (int i = 0; i < bounds.length; i += 2) {
      int start = bounds[i];
      int end = bounds[i + 1];
      pixels += end - start;
      if (start - column >= height) {
        column += height;
        if (start - column >= height) {
          column = start / height * height;
        }
      }
      boolean crosses = end - column > height;
      highest = crosses ? 0 : Math.min(highest, start - column);
      lowest = crosses ? height : Math.max(lowest, end - column);
    }
    area = pixels;
    top = highest;
    bottom = lowest;
  }

  /**
   * A mask from run lengths.
   *
   * @param counts as in an uncompressed COCO RLE: the first counts background and may be 0, then
   *     foreground and background alternate. An empty run between two others joins them
   * @throws IllegalArgumentException if a side is not positive, the mask has more than 2^31 - 1
   *     pixels, a run is negative, or the sum is not {@code width * height}
   */
  public static Mask ofCounts(int width, int height, int[] counts) {
    return ofCounts(width, height, counts, counts.length);
  }

  /**
   * @param size number of counts
   */
  static Mask ofCounts(int width, int height, int[] counts, int size) {
    requireSize(width, height);
    int[] bounds = new int[size & ~1];
    int length = 0;
    long position = 0;
    for (int i = 0; i < size; i++) {
      int count = counts[i];
      if (count < 0) {
        throw new IllegalArgumentException("negative run length " + count);
      }
      if ((i & 1) == 1 && count > 0) {
        if (length > 0 && bounds[length - 1] == (int) position) {
          length -= 2;
        } else {
          bounds[length] = (int) position;
        }
        bounds[length + 1] = (int) (position + count);
        length += 2;
      }
      position += count;
    }
    if (position != (long) width * height) {
      throw new IllegalArgumentException(
          "runs add up to "
              + position
              + " pixels, expected "
              + width
              + "x"
              + height
              + " = "
              + (long) width * height);
    }
    return new Mask(
        width, height, length == bounds.length ? bounds : Arrays.copyOf(bounds, length));
  }

  /**
   * A mask from a bitmap.
   *
   * @param bitmap {@code [height, width]} row-major
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public static Mask ofBitmap(int width, int height, boolean[] bitmap) {
    requireSize(width, height, bitmap.length);
    return new Mask(width, height, new RowMajorRuns(width, height).of(bitmap));
  }

  /**
   * A mask from a bitmap in COCO's own layout, the fastest to read.
   *
   * @param bitmap {@code [width, height]}, that is column-major; 0 is background, anything else
   *     foreground
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public static Mask ofColumns(int width, int height, byte[] bitmap) {
    requireSize(width, height, bitmap.length);
    MaskBuilder runs = new MaskBuilder(width, height);
    new ColumnMajorRuns(bitmap, runs).collect();
    return runs.build();
  }

  static void requireSize(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("mask size must be positive: " + width + "x" + height);
    }
    if ((long) width * height > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a mask of " + width + "x" + height + " has more than 2^31 - 1 pixels");
    }
  }

  private static void requireSize(int width, int height, int pixels) {
    requireSize(width, height);
    if (pixels != width * height) {
      throw new IllegalArgumentException(
          "a bitmap of " + width + "x" + height + " cannot have " + pixels + " pixels");
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

  /** Number of runs of foreground pixels. A run may go on in the next column. */
  public int runs() {
    return bounds.length / 2;
  }

  /** Position of the first pixel of a foreground run, {@code x * height + y}. */
  public int start(int run) {
    return bounds[2 * run];
  }

  /** Position after the last pixel of a foreground run. */
  public int end(int run) {
    return bounds[2 * run + 1];
  }

  /**
   * Calls an action with each foreground pixel, column by column.
   *
   * @param action given the pixel's place in a row-major map of the same size, {@code y * width +
   *     x}
   */
  public void forEachPixel(IntConsumer action) {
    for (int run = 0; run < runs(); run++) {
      int x = start(run) / height;
      int y = start(run) % height;
      for (int left = end(run) - start(run); left > 0; left--) {
        action.accept(y * width + x);
        if (++y == height) {
          y = 0;
          x++;
        }
      }
    }
  }

  /** The run lengths of an uncompressed COCO RLE, of which only the first may be 0. */
  public int[] counts() {
    int pixels = width * height;
    boolean open = bounds.length == 0 || bounds[bounds.length - 1] < pixels;
    int[] counts = new int[bounds.length + (open ? 1 : 0)];
    int position = 0;
    for (int i = 0; i < bounds.length; i++) {
      counts[i] = bounds[i] - position;
      position = bounds[i];
    }
    if (open) {
      counts[bounds.length] = pixels - position;
    }
    return counts;
  }

  /** The mask as a bitmap, {@code [height, width]} row-major. */
  public boolean[] toBitmap() {
    return new RowMajorRuns(width, height).fill(bounds);
  }

  /** The mask as a bitmap of 0 and 1, {@code [width, height]}, that is column-major. */
  public byte[] toColumns() {
    byte[] bitmap = new byte[width * height];
    for (int i = 0; i < bounds.length; i += 2) {
      Arrays.fill(bitmap, bounds[i], bounds[i + 1], (byte) 1);
    }
    return bitmap;
  }

  /** The tightest box around the foreground; {@code 0,0,0,0} for an empty mask. */
  public BoundingBox boundingBox() {
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  /** Whether the bounding boxes have a common pixel, without which the masks have none. */
  private boolean boxMeets(Mask other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /**
   * Number of pixels that both masks hold. Masks whose bounding boxes do not meet cost next to
   * nothing.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public long intersectionArea(Mask other) {
    requireSameSize(other);
    return boxMeets(other) ? RunPairs.intersectionArea(bounds, other.bounds) : 0;
  }

  /**
   * The pixels that both masks hold.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public Mask intersection(Mask other) {
    requireSameSize(other);
    MaskBuilder runs = new MaskBuilder(width, height);
    if (boxMeets(other)) {
      RunPairs.intersection(bounds, other.bounds, runs);
    }
    return runs.build();
  }

  /**
   * The pixels of this mask that the other lacks.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public Mask minus(Mask other) {
    requireSameSize(other);
    if (!boxMeets(other)) {
      return this;
    }
    MaskBuilder runs = new MaskBuilder(width, height);
    RunPairs.difference(bounds, other.bounds, runs);
    return runs.build();
  }

  /**
   * The pixels that either mask holds.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public Mask union(Mask other) {
    return union(List.of(this, other));
  }

  /**
   * The pixels that any of the masks holds.
   *
   * @throws IllegalArgumentException if there is no mask or the sizes differ
   */
  public static Mask union(List<Mask> masks) {
    Mask first = firstOf(masks);
    if (masks.size() == 1) {
      return first;
    }
    long[] runs = new long[masks.stream().mapToInt(Mask::runs).sum()];
    int size = 0;
    for (Mask mask : masks) {
      first.requireSameSize(mask);
      for (int i = 0; i < mask.bounds.length; i += 2) {
        runs[size++] = (long) mask.bounds[i] << Integer.SIZE | mask.bounds[i + 1];
      }
    }
    // Merges what is in order already, as the runs of each mask are.
    Arrays.sort(runs);
    MaskBuilder union = new MaskBuilder(first.width, first.height);
    for (long run : runs) {
      union.append((int) (run >> Integer.SIZE), (int) run);
    }
    return union.build();
  }

  /**
   * The pixels that all of the masks hold.
   *
   * @throws IllegalArgumentException if there is no mask or the sizes differ
   */
  public static Mask intersection(List<Mask> masks) {
    Mask intersection = firstOf(masks);
    for (Mask mask : masks) {
      intersection = intersection.intersection(mask);
    }
    return intersection;
  }

  private static Mask firstOf(List<Mask> masks) {
    if (masks.isEmpty()) {
      throw new IllegalArgumentException("no masks: their size is unknown");
    }
    return masks.get(0);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask that
        && width == that.width
        && height == that.height
        && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return "Mask[" + width + "x" + height + ", area " + area + "]";
  }
}
