package io.github.segbench.models.panoptic;

import io.github.segbench.models.instance.PastedRoi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Greedy removal of masks that better ones of the same class cover, and of empty ones.
 *
 * <p>Source: Xiong et al., "UPSNet", CVPR 2019, section 3.4.
 */
final class MaskRemoval {
  private final float threshold;
  private final int width;
  private final int height;

  /**
   * @param threshold a mask falls when a larger share of its pixels is taken
   */
  MaskRemoval(double threshold, int width, int height) {
    this.threshold = (float) threshold;
    this.width = width;
    this.height = height;
  }

  /**
   * @param things by descending score
   * @return the kept ones, in the same order
   */
  List<PastedThing> apply(List<PastedThing> things) {
    Map<Integer, boolean[]> takenByThing = new HashMap<>();
    List<PastedThing> kept = new ArrayList<>();
    for (PastedThing candidate : things) {
      boolean[] taken =
          takenByThing.computeIfAbsent(candidate.thing(), thing -> new boolean[width * height]);
      int[] pixels = pixels(candidate.roi());
      int covered = 0;
      for (int pixel : pixels) {
        covered += taken[pixel] ? 1 : 0;
      }
      if (pixels.length > 0 && covered <= threshold * pixels.length) {
        kept.add(candidate);
        for (int pixel : pixels) {
          taken[pixel] = true;
        }
      }
    }
    return kept;
  }

  /** The row-major positions of the pixels with a positive logit. */
  private int[] pixels(PastedRoi roi) {
    int[] pixels = new int[roi.columnCount() * roi.rowCount()];
    float[] logits = new float[roi.rowCount()];
    int count = 0;
    for (int column = 0; column < roi.columnCount(); column++) {
      roi.column(column, logits);
      int position = roi.firstRow() * width + roi.firstColumn() + column;
      for (float logit : logits) {
        if (logit > 0) {
          pixels[count++] = position;
        }
        position += width;
      }
    }
    return Arrays.copyOf(pixels, count);
  }
}
