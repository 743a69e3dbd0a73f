package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Turns the packed segmentation of one annotation into its mask. */
final class MaskDecoder {
  private MaskDecoder() {}

  /**
   * @throws IllegalArgumentException if the segmentation is damaged
   */
  static Mask decode(AnnotationTable table, int row, int width, int height) {
    return switch (table.kind(row)) {
      case BOX -> PolygonRasterizer.rasterize(width, height, table.box(row));
      case RLE_STRING -> {
        long address = table.address(row);
        byte[] block = table.arena().block(address).array();
        int offset = ByteArena.offset(address);
        yield CocoRle.decode(width, height, block, offset, table.length(row));
      }
      case RLE_COUNTS -> runLengths(table, row, width, height);
      case POLYGONS -> polygons(table, row, width, height);
    };
  }

  private static Mask runLengths(AnnotationTable table, int row, int width, int height) {
    long address = table.address(row);
    ByteBuffer block = table.arena().block(address);
    int[] counts = new int[table.length(row) / Integer.BYTES];
    for (int i = 0, from = ByteArena.offset(address); i < counts.length; i++, from += 4) {
      counts[i] = block.getInt(from);
    }
    return Mask.ofCounts(width, height, counts);
  }

  private static Mask polygons(AnnotationTable table, int row, int width, int height) {
    long address = table.address(row);
    ByteBuffer block = table.arena().block(address);
    int start = ByteArena.offset(address);
    int polygons = block.getInt(start);
    int from = start + Integer.BYTES * (1 + polygons);
    List<Mask> masks = new ArrayList<>(polygons);
    for (int p = 1; p <= polygons; p++) {
      double[] corners = new double[block.getInt(start + Integer.BYTES * p)];
      for (int i = 0; i < corners.length; i++, from += Double.BYTES) {
        corners[i] = block.getDouble(from);
      }
      masks.add(PolygonRasterizer.rasterize(width, height, corners));
    }
    return Mask.union(masks);
  }
}
