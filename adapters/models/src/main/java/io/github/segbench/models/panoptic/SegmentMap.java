package io.github.segbench.models.panoptic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.models.NearestAxis;
import java.util.ArrayList;
import java.util.List;

/** From the winners of all pixels to numbered segments at the original image's size. */
final class SegmentMap {
  private final int[] categories;
  private final long[] minPixels;

  /**
   * @param categories the category id of each possible winner
   * @param minPixels of each winner, at the winners' resolution; smaller segments become void
   */
  SegmentMap(int[] categories, long[] minPixels) {
    this.categories = categories.clone();
    this.minPixels = minPixels.clone();
  }

  /**
   * Segments are numbered from 1 in the order of the winners. Other sizes are resized by nearest
   * neighbour; a segment of which no pixel is left is dropped.
   *
   * @param winners {@code [scaledHeight, scaledWidth]} of the geometry
   */
  PanopticSegmentation segments(int[] winners, ImageGeometry geometry) {
    int[] idByWinner = number(winners);
    int width = geometry.originalWidth();
    int height = geometry.originalHeight();
    int scaledWidth = geometry.scaledWidth();
    int scaledHeight = geometry.scaledHeight();
    int[] columns = NearestAxis.positions(scaledWidth, width, scaledWidth, width);
    int[] rows = NearestAxis.positions(scaledHeight, height, scaledHeight, height);
    int[] ids = new int[width * height];
    boolean[] present = new boolean[categories.length];
    int target = 0;
    for (int row : rows) {
      for (int column : columns) {
        int winner = winners[row * scaledWidth + column];
        if (winner != PanopticHead.UNKNOWN && idByWinner[winner] != PanopticSegmentation.VOID) {
          ids[target] = idByWinner[winner];
          present[winner] = true;
        }
        target++;
      }
    }
    List<Segment> segments = new ArrayList<>();
    for (int winner = 0; winner < categories.length; winner++) {
      if (present[winner]) {
        segments.add(new Segment(idByWinner[winner], categories[winner], false));
      }
    }
    return new PanopticSegmentation(width, height, ids, segments);
  }

  /** The segment id of each winner; void for those that are too small. */
  private int[] number(int[] winners) {
    long[] pixels = new long[categories.length];
    for (int winner : winners) {
      if (winner != PanopticHead.UNKNOWN) {
        pixels[winner]++;
      }
    }
    int[] ids = new int[categories.length];
    int next = 1;
    for (int winner = 0; winner < ids.length; winner++) {
      boolean large = pixels[winner] > 0 && pixels[winner] >= minPixels[winner];
      ids[winner] = large ? next++ : PanopticSegmentation.VOID;
    }
    return ids;
  }
}
