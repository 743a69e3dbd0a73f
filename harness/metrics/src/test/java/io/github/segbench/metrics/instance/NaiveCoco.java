package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * COCO's evaluation as its rules read, without any trick: pixel loops, a pass for each threshold,
 * whole precision curves. The twin that the real one is compared with.
 */
final class NaiveCoco {
  private NaiveCoco() {}

  /** One image. */
  record Scene(List<Instance> truths, List<Instance> detections) {}

  /** A detection after matching. */
  private record Outcome(double score, boolean matched, boolean ignored) {}

  /**
   * Precision at the recall points and recall, {@code [102]}, of one category; null without
   * objects.
   */
  static double[] curve(List<Scene> scenes, int category, Slice slice, double threshold) {
    List<Outcome> outcomes = new ArrayList<>();
    int objects = 0;
    for (Scene scene : scenes) {
      List<Instance> truths = of(category, scene.truths());
      objects += (int) truths.stream().filter(t -> !ignored(t, slice.area())).count();
      outcomes.addAll(match(truths, of(category, scene.detections()), slice, threshold));
    }
    if (objects == 0) {
      return null;
    }
    outcomes.sort(Comparator.comparingDouble(outcome -> -outcome.score()));
    double[] precision = new double[outcomes.size()];
    double[] recall = new double[outcomes.size()];
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < precision.length; i++) {
      if (!outcomes.get(i).ignored()) {
        right += outcomes.get(i).matched() ? 1 : 0;
        wrong += outcomes.get(i).matched() ? 0 : 1;
      }
      recall[i] = right / (double) objects;
      precision[i] = right / (wrong + right + Math.ulp(1.0));
    }
    for (int i = precision.length - 1; i > 0; i--) {
      precision[i - 1] = Math.max(precision[i - 1], precision[i]);
    }
    double[] curve = new double[102];
    for (int point = 0; point <= 100; point++) {
      int first = 0;
      while (first < recall.length && recall[first] < CocoThresholds.recall(point)) {
        first++;
      }
      curve[point] = first < precision.length ? precision[first] : 0;
    }
    curve[101] = recall.length == 0 ? 0 : recall[recall.length - 1];
    return curve;
  }

  private static List<Outcome> match(
      List<Instance> inFile, List<Instance> found, Slice slice, double threshold) {
    List<Instance> truths = new ArrayList<>(inFile);
    truths.sort(Comparator.comparing(t -> ignored(t, slice.area())));
    List<Instance> detections = new ArrayList<>(found);
    detections.sort(Comparator.comparingDouble(d -> -d.score()));
    boolean[] taken = new boolean[truths.size()];
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance detection : detections.subList(0, Math.min(detections.size(), 100))) {
      double best = Math.min(threshold, 1 - 1e-10);
      int match = -1;
      for (int t = 0; t < taken.length; t++) {
        Instance truth = truths.get(t);
        if (taken[t] && !truth.crowd()) {
          continue;
        }
        if (match >= 0
            && !ignored(truths.get(match), slice.area())
            && ignored(truth, slice.area())) {
          break;
        }
        double overlap = iou(detection, truth);
        if (overlap >= best) {
          best = overlap;
          match = t;
        }
      }
      boolean ignored =
          match < 0
              ? !slice.area().contains((double) detection.mask().area())
              : ignored(truths.get(match), slice.area());
      if (match >= 0) {
        taken[match] = true;
      }
      outcomes.add(new Outcome(detection.score(), match >= 0, ignored));
    }
    return outcomes.subList(0, Math.min(outcomes.size(), slice.mostDetections()));
  }

  static double iou(Instance detection, Instance truth) {
    boolean[] left = detection.mask().toBitmap();
    boolean[] right = truth.mask().toBitmap();
    int both = 0;
    int either = 0;
    int found = 0;
    for (int i = 0; i < left.length; i++) {
      both += left[i] && right[i] ? 1 : 0;
      either += left[i] || right[i] ? 1 : 0;
      found += left[i] ? 1 : 0;
    }
    return both == 0 ? 0 : (double) both / (truth.crowd() ? found : either);
  }

  private static boolean ignored(Instance truth, AreaRange area) {
    return truth.crowd() || !area.contains(truth.area());
  }

  private static List<Instance> of(int category, List<Instance> instances) {
    return instances.stream().filter(i -> i.category() == category).toList();
  }
}
