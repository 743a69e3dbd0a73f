package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.BoundingBox;
import java.util.Arrays;

/** The annotations of a file in its order: numbers in columns, segmentations in an arena. */
final class AnnotationTable {
  private static final SegmentationKind[] KINDS = SegmentationKind.values();
  private static final int NUMBERS = 6;

  private final ByteArena arena = new ByteArena();
  private int size;
  private long[] images = new long[16];
  private char[] categories = new char[16];
  private byte[] kinds = new byte[16];
  private boolean[] crowds = new boolean[16];
  private long[] addresses = new long[16];
  private int[] lengths = new int[16];
  private int[] widths = new int[16];
  private int[] heights = new int[16];

  /** Score, area, then the box, of one row after another. */
  private double[] numbers = new double[16 * NUMBERS];

  ByteArena arena() {
    return arena;
  }

  int size() {
    return size;
  }

  void add(AnnotationRow row) {
    if (size == images.length) {
      grow(size + (size >> 1));
    }
    images[size] = row.image;
    categories[size] = (char) row.category;
    kinds[size] = (byte) row.kind.ordinal();
    crowds[size] = row.crowd;
    addresses[size] = row.address;
    lengths[size] = row.length;
    widths[size] = row.width;
    heights[size] = row.height;
    numbers[size * NUMBERS] = row.score;
    numbers[size * NUMBERS + 1] = row.area;
    System.arraycopy(row.box, 0, numbers, size * NUMBERS + 2, row.box.length);
    size++;
  }

  private void grow(int rows) {
    images = Arrays.copyOf(images, rows);
    categories = Arrays.copyOf(categories, rows);
    kinds = Arrays.copyOf(kinds, rows);
    crowds = Arrays.copyOf(crowds, rows);
    addresses = Arrays.copyOf(addresses, rows);
    lengths = Arrays.copyOf(lengths, rows);
    widths = Arrays.copyOf(widths, rows);
    heights = Arrays.copyOf(heights, rows);
    numbers = Arrays.copyOf(numbers, Math.multiplyExact(rows, NUMBERS));
  }

  long image(int row) {
    return images[row];
  }

  int category(int row) {
    return categories[row];
  }

  SegmentationKind kind(int row) {
    return KINDS[kinds[row]];
  }

  boolean crowd(int row) {
    return crowds[row];
  }

  long address(int row) {
    return addresses[row];
  }

  int length(int row) {
    return lengths[row];
  }

  /** The width that run lengths claim, 0 for anything else. */
  int width(int row) {
    return widths[row];
  }

  int height(int row) {
    return heights[row];
  }

  /** NaN if the file has none. */
  double score(int row) {
    return numbers[row * NUMBERS];
  }

  /** NaN if the file has none. */
  double area(int row) {
    return numbers[row * NUMBERS + 1];
  }

  boolean hasBox(int row) {
    return !Double.isNaN(numbers[row * NUMBERS + 2]);
  }

  BoundingBox box(int row) {
    int i = row * NUMBERS + 2;
    return new BoundingBox(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]);
  }
}
