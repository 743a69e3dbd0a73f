package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.semantic.JointRuns;
import java.util.Arrays;

/**
 * The masks of one class after the other in ground truth and prediction of an image, each pair in
 * the window that both need. Pixels of void ground truth are in neither.
 *
 * <p>A window has a margin of one empty row or column at each side that is not the image's.
 */
final class ClassMasks {
  private static final int WORD = 64;

  private final int classes;
  private final JointRuns runs;
  private final BitRaster truth = new BitRaster();
  private final BitRaster prediction = new BitRaster();
  private int width;
  private int height;

  /** First entry of a class in {@link #runsOf}; one more than there are classes. */
  private final int[] firstOf;

  /** Runs that a class has in truth, prediction or both, class by class. */
  private int[] runsOf = new int[0];

  ClassMasks(LabelSet labels) {
    classes = labels.size();
    runs = new JointRuns(labels);
    firstOf = new int[classes + 1];
  }

  /** Replaces the image. */
  void load(LabelMap trueMap, LabelMap predictedMap) {
    width = trueMap.width();
    height = trueMap.height();
    runs.find(trueMap, predictedMap);
    Arrays.fill(firstOf, 0);
    for (int i = 0; i < runs.size(); i++) {
      int trueClass = runs.truth(i);
      int predicted = runs.prediction(i);
      if (trueClass < classes) {
        firstOf[trueClass]++;
        if (predicted < classes && predicted != trueClass) {
          firstOf[predicted]++;
        }
      }
    }
    int entries = 0;
    for (int c = 0; c <= classes; c++) {
      int count = firstOf[c];
      firstOf[c] = entries;
      entries += count;
    }
    sort(entries);
  }

  private void sort(int entries) {
    if (runsOf.length < entries) {
      runsOf = new int[entries];
    }
    int[] next = firstOf.clone();
    for (int i = 0; i < runs.size(); i++) {
      int trueClass = runs.truth(i);
      int predicted = runs.prediction(i);
      if (trueClass < classes) {
        runsOf[next[trueClass]++] = i;
        if (predicted < classes && predicted != trueClass) {
          runsOf[next[predicted]++] = i;
        }
      }
    }
  }

  int classes() {
    return classes;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether a class has a pixel in truth or prediction. */
  boolean occurs(int index) {
    return firstOf[index + 1] > firstOf[index];
  }

  /** Draws the masks of a class that occurs. */
  void draw(int index) {
    int from = width;
    int to = 0;
    for (int i = firstOf[index]; i < firstOf[index + 1]; i++) {
      from = Math.min(from, runs.from(runsOf[i]));
      to = Math.max(to, runs.to(runsOf[i]));
    }
    int left = Math.max(0, from - 1) / WORD * WORD;
    int right = Math.min(width, to + 1);
    int top = Math.max(0, runs.row(runsOf[firstOf[index]]) - 1);
    int bottom = Math.min(height, runs.row(runsOf[firstOf[index + 1] - 1]) + 2);
    truth.reset(left, top, right - left, bottom - top);
    prediction.reset(left, top, right - left, bottom - top);
    for (int i = firstOf[index]; i < firstOf[index + 1]; i++) {
      int run = runsOf[i];
      int row = runs.row(run);
      if (runs.truth(run) == index) {
        truth.fill(row, runs.from(run), runs.to(run));
      }
      if (runs.prediction(run) == index) {
        prediction.fill(row, runs.from(run), runs.to(run));
      }
    }
  }

  /** The mask that was drawn last in the ground truth; the caller may change it. */
  BitRaster truth() {
    return truth;
  }

  /** The mask that was drawn last in the prediction; the caller may change it. */
  BitRaster prediction() {
    return prediction;
  }
}
