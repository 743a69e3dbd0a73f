package io.github.segbench.metrics.instance;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The detections of one category in a data set by descending score, from which Cityscapes' average
 * precision follows for any multiset of the images.
 *
 * <p>Each distinct score is a point of precision and recall; a point (recall 0, precision 1) is
 * added. The precision of a point is weighted by half the distance in recall between its
 * neighbours; the point of the largest recall is its own neighbour. Source:
 * mcordts/cityscapesScripts, evaluation/evalInstanceLevelSemanticLabeling.py, {@code
 * evaluateMatches}.
 */
final class CityscapesCurve {
  static final int THRESHOLDS = 10;

  /** The bits of all thresholds. */
  static final int EVERYWHERE = (1 << THRESHOLDS) - 1;

  private static final double FIRST_THRESHOLD = 0.5;
  private static final double SECOND_THRESHOLD = 0.55;

  private final List<OfImage> images;
  private final double[] score;
  private final int[] image;
  private final int[] truePositives;
  private final int[] falsePositives;

  /**
   * @param images the matches of the category, by ascending image
   */
  CityscapesCurve(List<OfImage> images) {
    this.images = List.copyOf(images);
    double[] unsorted =
        images.stream().flatMapToDouble(i -> DoubleStream.of(i.matches().scores())).toArray();
    int[] order = ScoreOrder.descending(unsorted);
    int[] owner = new int[order.length];
    int[] position = new int[order.length];
    for (int i = 0, next = 0; i < images.size(); i++) {
      for (int e = 0; e < images.get(i).matches().scores().length; e++, next++) {
        owner[next] = i;
        position[next] = e;
      }
    }
    score = new double[order.length];
    image = new int[order.length];
    truePositives = new int[order.length];
    falsePositives = new int[order.length];
    for (int e = 0; e < order.length; e++) {
      OfImage from = images.get(owner[order[e]]);
      score[e] = unsorted[order[e]];
      image[e] = from.image();
      truePositives[e] = from.matches().truePositives()[position[order[e]]];
      falsePositives[e] = from.matches().falsePositives()[position[order[e]]];
    }
  }

  /**
   * An overlap threshold, to the last bit as NumPy's {@code arange(0.5, 1, 0.05)} gives it: the
   * step is the difference of the first two, which is not 0.05.
   *
   * @param index 0..9
   */
  static double threshold(int index) {
    return FIRST_THRESHOLD + index * (SECOND_THRESHOLD - FIRST_THRESHOLD);
  }

  /**
   * Average precision at each threshold, {@code [10]}.
   *
   * @param multiplicities how often each image counts
   * @return null if there is no object to find
   */
  double @Nullable [] averagePrecision(int[] multiplicities) {
    int objects = 0;
    for (OfImage one : images) {
      objects += one.matches().objects() * multiplicities[one.image()];
    }
    if (objects == 0) {
      return null;
    }
    double[] result = new double[THRESHOLDS];
    for (int t = 0; t < THRESHOLDS; t++) {
      result[t] = averagePrecision(t, multiplicities, objects);
    }
    return result;
  }

  private double averagePrecision(int threshold, int[] multiplicities, int objects) {
    int right = 0;
    int wrong = 0;
    double sum = 0;
    // The last two points: each is weighted when the one after it is known.
    double precision = 1;
    double recall = 0;
    double recallBefore = 0;
    int e = 0;
    while (e < score.length) {
      double here = score[e];
      int counted = right + wrong;
      for (; e < score.length && score[e] == here; e++) {
        int times = multiplicities[image[e]];
        right += (truePositives[e] >>> threshold & 1) * times;
        wrong += (falsePositives[e] >>> threshold & 1) * times;
      }
      if (right + wrong > counted) {
        double next = (double) right / objects;
        sum += precision * 0.5 * (next - recallBefore);
        recallBefore = recall;
        recall = next;
        precision = (double) right / (right + wrong);
      }
    }
    // Without a detection that counts there is the added point alone, and the sum is 0.
    return sum + precision * 0.5 * (recall - recallBefore);
  }

  /**
   * The category in one image.
   *
   * @param image position among the images
   */
  record OfImage(int image, CityscapesMatches matches) {}
}
