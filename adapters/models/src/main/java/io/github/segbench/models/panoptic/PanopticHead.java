package io.github.segbench.models.panoptic;

import io.github.segbench.models.instance.PastedRoi;
import io.github.segbench.models.semantic.ScoreMap;
import java.util.Arrays;
import java.util.List;

/**
 * The parameter-free panoptic head: which stuff class, which object or "unknown" wins each pixel.
 *
 * <p>A stuff class has its semantic logit. An object has, inside its box, the semantic logit of its
 * class plus its mask logit, and -20 outside. Unknown has the largest thing logit, less the largest
 * one that an object whose box holds the pixel accounts for. On ties stuff goes before objects,
 * objects before unknown, and the earlier before the later.
 *
 * <p>Source: Xiong et al., "UPSNet", CVPR 2019, section 3.3.
 */
final class PanopticHead {
  /** The winner where no segment is. */
  static final int UNKNOWN = -1;

  private static final float OUTSIDE_BOX_LOGIT = -20;
  private static final float NOWHERE = -1e4f;

  private final int[] stuffChannels;
  private final int[] thingChannels;

  /**
   * @param stuffChannels the semantic channel of each stuff class
   * @param thingChannels the semantic channel of each thing class
   */
  PanopticHead(int[] stuffChannels, int[] thingChannels) {
    this.stuffChannels = stuffChannels.clone();
    this.thingChannels = thingChannels.clone();
  }

  /**
   * The winner of each pixel: a position among the stuff classes, the number of stuff classes plus
   * a position among the objects, or {@link #UNKNOWN}.
   *
   * @param width of the part of the logits that is not padding
   * @return {@code [height, width]} row-major
   */
  int[] winners(ScoreMap logits, int width, int height, List<PastedThing> objects) {
    float[] best = new float[width * height];
    int[] winners = new int[width * height];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    Arrays.fill(winners, UNKNOWN);
    float[] row = new float[width];
    for (int stuff = 0; stuff < stuffChannels.length; stuff++) {
      for (int y = 0; y < height; y++) {
        logits.row(stuffChannels[stuff], y, row);
        raise(row, y * width, stuff, best, winners);
      }
    }
    float[] accounted = new float[width * height];
    Arrays.fill(accounted, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < objects.size(); i++) {
      add(logits, objects.get(i), stuffChannels.length + i, width, best, winners, accounted);
    }
    int firstObject = objects.isEmpty() ? UNKNOWN : stuffChannels.length;
    addUnknown(largestThingLogits(logits, width, height), accounted, firstObject, best, winners);
    return winners;
  }

  private static void raise(float[] row, int start, int winner, float[] best, int[] winners) {
    for (int x = 0; x < row.length; x++) {
      if (row[x] > best[start + x]) {
        best[start + x] = row[x];
        winners[start + x] = winner;
      }
    }
  }

  private void add(
      ScoreMap logits,
      PastedThing object,
      int winner,
      int width,
      float[] best,
      int[] winners,
      float[] accounted) {
    PastedRoi roi = object.roi();
    int channel = thingChannels[object.thing()];
    float[] maskLogits = new float[roi.rowCount()];
    for (int column = 0; column < roi.columnCount(); column++) {
      roi.column(column, maskLogits);
      int x = roi.firstColumn() + column;
      for (int i = 0; i < maskLogits.length; i++) {
        int y = roi.firstRow() + i;
        int position = y * width + x;
        float semantic = logits.at(channel, x, y);
        float logit = semantic + maskLogits[i];
        if (logit > best[position]) {
          best[position] = logit;
          winners[position] = winner;
        }
        accounted[position] = Math.max(accounted[position], Math.max(semantic, NOWHERE));
      }
    }
  }

  private float[] largestThingLogits(ScoreMap logits, int width, int height) {
    float[] largest = new float[width * height];
    Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    float[] row = new float[width];
    for (int channel : thingChannels) {
      for (int y = 0; y < height; y++) {
        logits.row(channel, y, row);
        int start = y * width;
        for (int x = 0; x < width; x++) {
          largest[start + x] = Math.max(largest[start + x], row[x]);
        }
      }
    }
    return largest;
  }

  /**
   * A pixel in no box sees every object at -20, of which the first wins. A pixel in a box sees
   * unknown at 0 or more, which no object outside its box reaches.
   */
  private static void addUnknown(
      float[] largest, float[] accounted, int firstObject, float[] best, int[] winners) {
    for (int i = 0; i < winners.length; i++) {
      boolean covered = accounted[i] != Float.NEGATIVE_INFINITY;
      if (!covered && firstObject != UNKNOWN && OUTSIDE_BOX_LOGIT > best[i]) {
        best[i] = OUTSIDE_BOX_LOGIT;
        winners[i] = firstObject;
      }
      float unknown = covered ? largest[i] - accounted[i] : largest[i];
      if (unknown > best[i]) {
        winners[i] = UNKNOWN;
      }
    }
  }
}
