package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Cityscapes' instance evaluation step by step in the order of its script, with pixel loops and
 * whole curves. The twin that the real one is compared with.
 */
final class NaiveCityscapes {
  private static final int LEAST_PIXELS = 100;

  private NaiveCityscapes() {}

  /**
   * One image.
   *
   * @param ids semantic ids, row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Scene(List<Instance> truths, int[] ids, List<Instance> detections) {}

  /** An entry of the vectors of truths and scores. */
  private record Entry(boolean isTrue, double score) {}

  /** Average precision of a category at a threshold; NaN without objects. */
  static double averagePrecision(
      List<Scene> scenes, LabelSet labels, int category, double threshold) {
    List<Entry> entries = new ArrayList<>();
    int hardMisses = 0;
    boolean haveTruth = false;
    boolean havePrediction = false;
    for (Scene scene : scenes) {
      boolean[] unlabelled = unlabelled(scene, labels);
      List<Instance> regions =
          scene.truths().stream().filter(t -> t.category() == category).toList();
      List<Instance> found =
          scene.detections().stream()
              .filter(d -> d.category() == category && pixels(d) > 0)
              .toList();
      havePrediction |= !found.isEmpty();
      for (Instance region : regions) {
        if (region.crowd() || pixels(region) < LEAST_PIXELS) {
          continue;
        }
        haveTruth = true;
        boolean matched = false;
        double best = Double.NEGATIVE_INFINITY;
        for (Instance detection : found) {
          if (overlap(detection, region) > threshold) {
            if (matched) {
              entries.add(new Entry(false, Math.min(best, detection.score())));
              best = Math.max(best, detection.score());
            } else {
              matched = true;
              best = detection.score();
            }
          }
        }
        if (matched) {
          entries.add(new Entry(true, best));
        } else {
          hardMisses++;
        }
      }
      for (Instance detection : found) {
        if (regions.stream().noneMatch(r -> overlap(detection, r) > threshold)) {
          int ignored = common(detection.mask().toBitmap(), unlabelled);
          for (Instance region : regions) {
            int both = common(detection.mask().toBitmap(), region.mask().toBitmap());
            ignored += region.crowd() ? both : 0;
            ignored += pixels(region) < LEAST_PIXELS ? both : 0;
          }
          if (ignored / (double) pixels(detection) <= threshold) {
            entries.add(new Entry(false, detection.score()));
          }
        }
      }
    }
    if (!haveTruth) {
      return Double.NaN;
    }
    // The reference ends with an index error where every prediction was dropped and nothing found.
    return havePrediction && !entries.isEmpty() ? area(entries, hardMisses) : 0;
  }

  private static double area(List<Entry> entries, int hardMisses) {
    List<Double> scores =
        new ArrayList<>(new TreeSet<>(entries.stream().map(Entry::score).toList()));
    int points = scores.size() + 1;
    double[] precision = new double[points];
    double[] recall = new double[points];
    for (int i = 0; i < scores.size(); i++) {
      double least = scores.get(i);
      double right = entries.stream().filter(e -> e.isTrue() && e.score() >= least).count();
      double wrong = entries.stream().filter(e -> !e.isTrue() && e.score() >= least).count();
      double missed =
          hardMisses + entries.stream().filter(e -> e.isTrue() && e.score() < least).count();
      precision[i] = right / (right + wrong);
      recall[i] = right / (right + missed);
    }
    precision[points - 1] = 1;
    recall[points - 1] = 0;
    double[] padded = new double[points + 2];
    padded[0] = recall[0];
    System.arraycopy(recall, 0, padded, 1, points);
    double area = 0;
    for (int i = 0; i < points; i++) {
      area += precision[i] * (0.5 * padded[i] - 0.5 * padded[i + 2]);
    }
    return area;
  }

  private static boolean[] unlabelled(Scene scene, LabelSet labels) {
    boolean[] unlabelled = new boolean[scene.ids().length];
    for (int i = 0; i < unlabelled.length; i++) {
      unlabelled[i] = labels.byId(scene.ids()[i]).isEmpty();
    }
    for (Instance truth : scene.truths()) {
      if (labels.byId(truth.category()).isEmpty() && !truth.crowd()) {
        boolean[] object = truth.mask().toBitmap();
        for (int i = 0; i < object.length; i++) {
          unlabelled[i] = unlabelled[i] && !object[i];
        }
      }
    }
    return unlabelled;
  }

  private static double overlap(Instance detection, Instance region) {
    int both = common(detection.mask().toBitmap(), region.mask().toBitmap());
    return both / (double) (pixels(region) + pixels(detection) - both);
  }

  private static int common(boolean[] left, boolean[] right) {
    int both = 0;
    for (int i = 0; i < left.length; i++) {
      both += left[i] && right[i] ? 1 : 0;
    }
    return both;
  }

  private static int pixels(Instance instance) {
    boolean[] bitmap = instance.mask().toBitmap();
    return common(bitmap, bitmap);
  }
}
