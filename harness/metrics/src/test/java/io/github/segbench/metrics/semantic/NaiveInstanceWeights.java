package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.Map;
import java.util.Set;

/** Cityscapes' iIoU of one image with one pass over the pixels for each instance. */
final class NaiveInstanceWeights {
  private static final Set<Integer> VEHICLES = Set.of(26, 27, 29, 30);
  private static final Map<Integer, Double> SIZES =
      Map.of(24, 3462.4756337644, 26, 12794.0202738185, 27, 27855.1264367816);

  private NaiveInstanceWeights() {}

  static double ofClass(
      Segmentations truth, Segmentations prediction, LabelSet labels, int category) {
    return of(truth, prediction, labels, Set.of(category));
  }

  static double ofVehicles(Segmentations truth, Segmentations prediction, LabelSet labels) {
    return of(truth, prediction, labels, VEHICLES);
  }

  private static double of(
      Segmentations truth, Segmentations prediction, LabelSet labels, Set<Integer> members) {
    LabelMap trueMap = truth.semantic().orElseThrow().labels();
    LabelMap predicted = prediction.semantic().orElseThrow().labels();
    int[] ids = truth.panoptic().orElseThrow().segmentIds();
    double found = 0;
    double missed = 0;
    for (Segment segment : truth.panoptic().orElseThrow().segments()) {
      boolean counts =
          !segment.crowd()
              && members.contains(segment.category())
              && SIZES.containsKey(segment.category());
      if (counts) {
        int size = 0;
        int right = 0;
        for (int x = 0; x < ids.length; x++) {
          if (ids[x] == segment.id()) {
            size++;
            right += members.contains(predicted.at(x, 0)) ? 1 : 0;
          }
        }
        double weight = SIZES.get(segment.category()) / size;
        found += right * weight;
        missed += (size - right) * weight;
      }
    }
    int falsePositives = 0;
    for (int x = 0; x < ids.length; x++) {
      boolean scored = labels.indexOf(trueMap.at(x, 0)) >= 0;
      if (scored && !members.contains(trueMap.at(x, 0)) && members.contains(predicted.at(x, 0))) {
        falsePositives++;
      }
    }
    double denominator = found + missed + falsePositives;
    return denominator == 0 ? Double.NaN : found / denominator;
  }
}
