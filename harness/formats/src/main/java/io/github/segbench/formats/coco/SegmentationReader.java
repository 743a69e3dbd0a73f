package io.github.segbench.formats.coco;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the key {@code segmentation} into an arena, undecoded but for the numbers in it. */
final class SegmentationReader {
  private static final int FEWEST_COORDINATES = 6;

  private final ByteArena arena;
  private double[] coordinates = new double[256];
  private int[] lengths = new int[8];
  private int[] counts = new int[256];

  SegmentationReader(ByteArena arena) {
    this.arena = arena;
  }

  void read(JsonCursor json, AnnotationRow row) {
    row.clearSegmentation();
    if (json.isNull()) {
      return;
    }
    if (json.isObject()) {
      readRunLengths(json, row);
    } else if (json.isArray()) {
      readPolygons(json, row);
    } else {
      throw json.unexpected("segmentation", "polygons or run lengths");
    }
  }

  private void readRunLengths(JsonCursor json, AnnotationRow row) {
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "size" -> readSize(json, row);
        case "counts" -> readCounts(json, row);
        default -> json.skip();
      }
    }
    if (row.width == 0) {
      throw json.missing("segmentation.size");
    }
    if (row.kind == SegmentationKind.BOX) {
      throw json.missing("segmentation.counts");
    }
  }

  private static void readSize(JsonCursor json, AnnotationRow row) {
    json.requireArray("segmentation.size");
    int sides = 0;
    for (; json.nextElement(); sides++) {
      int side = json.wholeNumber("segmentation.size", 1, Integer.MAX_VALUE);
      if (sides == 0) {
        row.height = side;
      } else {
        row.width = side;
      }
    }
    if (sides != 2) {
      throw json.problem("segmentation.size has " + sides + " numbers, expected height and width");
    }
  }

  private void readCounts(JsonCursor json, AnnotationRow row) {
    if (json.isText()) {
      row.kind = SegmentationKind.RLE_STRING;
      row.address = json.textInto(arena);
      row.length = json.textLength();
      return;
    }
    json.requireArray("segmentation.counts");
    int size = 0;
    for (; json.nextElement(); size++) {
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, size * 2);
      }
      counts[size] = json.wholeNumber("segmentation.counts", 0, Integer.MAX_VALUE);
    }
    row.kind = SegmentationKind.RLE_COUNTS;
    row.length = Math.multiplyExact(size, Integer.BYTES);
    row.address = arena.reserve(row.length);
    ByteBuffer block = arena.block(row.address);
    for (int i = 0, to = ByteArena.offset(row.address); i < size; i++, to += Integer.BYTES) {
      block.putInt(to, counts[i]);
    }
  }

  private void readPolygons(JsonCursor json, AnnotationRow row) {
    int polygons = 0;
    int size = 0;
    for (; json.nextElement(); polygons++) {
      json.requireArray("a polygon of segmentation");
      int before = size;
      while (json.nextElement()) {
        if (size == coordinates.length) {
          coordinates = Arrays.copyOf(coordinates, size * 2);
        }
        coordinates[size++] = json.finite("a coordinate of segmentation");
      }
      int length = size - before;
      if (length < FEWEST_COORDINATES || length % 2 != 0) {
        throw json.problem(
            "a polygon has " + length + " coordinates, expected an even number of 6 or more");
      }
      if (polygons == lengths.length) {
        lengths = Arrays.copyOf(lengths, polygons * 2);
      }
      lengths[polygons] = length;
    }
    // An empty list is how tools say that an object has a box alone.
    if (polygons > 0) {
      store(row, polygons, size);
    }
  }

  private void store(AnnotationRow row, int polygons, int size) {
    row.kind = SegmentationKind.POLYGONS;
    row.length =
        Math.addExact(Integer.BYTES * (1 + polygons), Math.multiplyExact(size, Double.BYTES));
    row.address = arena.reserve(row.length);
    ByteBuffer block = arena.block(row.address);
    int to = ByteArena.offset(row.address);
    block.putInt(to, polygons);
    to += Integer.BYTES;
    for (int i = 0; i < polygons; i++, to += Integer.BYTES) {
      block.putInt(to, lengths[i]);
    }
    for (int i = 0; i < size; i++, to += Double.BYTES) {
      block.putDouble(to, coordinates[i]);
    }
  }
}
