package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import java.util.List;

/**
 * The functions of Python's {@code pycocotools.mask}, with the same results to the bit, for users
 * of the JVM; docs/masks.md has the table. A {@link Mask} is what an RLE object is there.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/_mask.pyx and common/maskApi.c.
 */
public final class CocoMasks {
  private CocoMasks() {}

  /**
   * The mask of a bitmap, as {@code encode}.
   *
   * @param bitmap {@code [width, height]}, that is column-major (Fortran order); 0 is background
   */
  public static Mask encode(int width, int height, byte[] bitmap) {
    return Mask.ofColumns(width, height, bitmap);
  }

  /** The bitmap of a mask, {@code [width, height]} column-major, of 0 and 1, as {@code decode}. */
  public static byte[] decode(Mask mask) {
    return mask.toColumns();
  }

  /** The compressed string of a mask, {@code rle["counts"]}. */
  public static String toRleString(Mask mask) {
    return CocoRle.encode(mask);
  }

  /**
   * The mask of a compressed string.
   *
   * @param counts {@code rle["counts"]}
   * @throws IllegalArgumentException if the string is malformed or its runs do not fill the mask
   */
  public static Mask fromRleString(int width, int height, String counts) {
    return CocoRle.decode(width, height, counts);
  }

  /**
   * The pixels that any of the masks holds, or all of them, as {@code merge}.
   *
   * @throws IllegalArgumentException if there is no mask, or the sizes differ
   */
  public static Mask merge(List<Mask> masks, boolean intersect) {
    return intersect ? Mask.intersection(masks) : Mask.union(masks);
  }

  /** Number of foreground pixels, as {@code area}. */
  public static long area(Mask mask) {
    return mask.area();
  }

  /** The tightest box, {@code 0,0,0,0} of an empty mask, as {@code toBbox}. */
  public static BoundingBox toBox(Mask mask) {
    return mask.boundingBox();
  }

  /**
   * Intersection over union of masks, as {@code iou}; over a crowd, intersection / area of the
   * detection.
   *
   * @param crowd {@code [truths]}
   * @return {@code [detections][truths]}
   * @throws IllegalArgumentException if there are not as many flags as truths, or sizes differ
   */
  public static double[][] iou(List<Mask> detections, List<Mask> truths, boolean[] crowd) {
    requireFlags(crowd, truths.size());
    double[][] overlaps = new double[detections.size()][crowd.length];
    for (int d = 0; d < overlaps.length; d++) {
      for (int t = 0; t < crowd.length; t++) {
        overlaps[d][t] = MaskIou.of(detections.get(d), truths.get(t), crowd[t]);
      }
    }
    return overlaps;
  }

  /**
   * Intersection over union of boxes, as {@code iou} of arrays of boxes.
   *
   * @param crowd {@code [truths]}
   * @return {@code [detections][truths]}
   * @throws IllegalArgumentException if there are not as many flags as truths
   */
  public static double[][] boxIou(
      List<BoundingBox> detections, List<BoundingBox> truths, boolean[] crowd) {
    requireFlags(crowd, truths.size());
    double[][] overlaps = new double[detections.size()][crowd.length];
    for (int d = 0; d < overlaps.length; d++) {
      for (int t = 0; t < crowd.length; t++) {
        overlaps[d][t] = BoxIou.of(detections.get(d), truths.get(t), crowd[t]);
      }
    }
    return overlaps;
  }

  private static void requireFlags(boolean[] crowd, int truths) {
    if (crowd.length != truths) {
      throw new IllegalArgumentException(
          crowd.length + " crowd flags for " + truths + " ground truths");
    }
  }

  /**
   * The pixels inside a polygon, as {@code frPyObjects} of one.
   *
   * @param corners {@code x0, y0, x1, y1, ...} in pixels
   * @throws IllegalArgumentException if it has fewer than three corners, or bad coordinates
   */
  public static Mask fromPolygon(int width, int height, double[] corners) {
    return PolygonRasterizer.rasterize(width, height, corners);
  }

  /**
   * The pixels inside any of the polygons of an object: {@code frPyObjects} of a list of them, and
   * {@code merge} of what that gives.
   *
   * @throws IllegalArgumentException as for one polygon, or if there is none
   */
  public static Mask fromPolygons(int width, int height, List<double[]> polygons) {
    return Mask.union(polygons.stream().map(p -> fromPolygon(width, height, p)).toList());
  }

  /** The pixels inside a box, as {@code frPyObjects} of one: filled as the polygon it is. */
  public static Mask fromBox(int width, int height, BoundingBox box) {
    return PolygonRasterizer.rasterize(width, height, box);
  }

  /**
   * The mask of an uncompressed RLE, as {@code frPyObjects} of one.
   *
   * @throws IllegalArgumentException if a run is negative or the runs do not fill the mask
   */
  public static Mask fromCounts(int width, int height, int[] counts) {
    return Mask.ofCounts(width, height, counts);
  }
}
