package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/**
 * The runs of an image, within its rows and in their order, that have one label in the ground truth
 * and one in the prediction. Reused from image to image.
 *
 * <p>A class is an index in the label set; void and unknown ids are {@link LabelSet#size()}.
 */
public final class JointRuns {
  private final int[] indexById;
  private int width;
  private int size;
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int[] truths = new int[1024];
  private int[] predictions = new int[1024];

  public JointRuns(LabelSet labels) {
    indexById = PairCounts.table(labels, 1);
  }

  /**
   * Replaces the runs by those of an image.
   *
   * @param truth of the size of the prediction
   */
  public void find(LabelMap truth, LabelMap prediction) {
    width = truth.width();
    size = 0;
    int pixels = width * truth.height();
    for (int row = 0; row < pixels; row += width) {
      findInRow(truth, prediction, row, row + width);
    }
  }

  private void findInRow(LabelMap truth, LabelMap prediction, int from, int to) {
    int truthEnd = from;
    int predictionEnd = from;
    int i = from;
    while (i < to) {
      if (truthEnd <= i) {
        truthEnd = truth.runEnd(i, to);
      }
      if (predictionEnd <= i) {
        predictionEnd = prediction.runEnd(i, to);
      }
      int end = Math.min(truthEnd, predictionEnd);
      add(i, end, indexById[truth.at(i)], indexById[prediction.at(i)]);
      i = end;
    }
  }

  private void add(int start, int end, int truth, int prediction) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      truths = Arrays.copyOf(truths, 2 * size);
      predictions = Arrays.copyOf(predictions, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    truths[size] = truth;
    predictions[size] = prediction;
    size++;
  }

  /** Number of runs. */
  public int size() {
    return size;
  }

  public int row(int run) {
    return starts[run] / width;
  }

  /** First column of a run. */
  public int from(int run) {
    return starts[run] % width;
  }

  /** Column after the last of a run. */
  public int to(int run) {
    return from(run) + pixels(run);
  }

  public int pixels(int run) {
    return ends[run] - starts[run];
  }

  /** Index of the true class. */
  public int truth(int run) {
    return truths[run];
  }

  /** Index of the predicted class. */
  public int prediction(int run) {
    return predictions[run];
  }
}
