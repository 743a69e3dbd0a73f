package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the pixels that are right; reports their share as pixelAccuracy, and by image as mIoU. */
final class FakeAccumulator implements Accumulator {
  private final SegmentationTask task;
  private final Convention convention;
  private final Map<Integer, Double> shares = new TreeMap<>();

  FakeAccumulator(SegmentationTask task, Convention convention) {
    this.task = task;
    this.convention = convention;
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    short[] wanted = truth.semantic().orElseThrow().labels().labels();
    short[] found = prediction.semantic().orElseThrow().labels().labels();
    int right = 0;
    for (int i = 0; i < wanted.length; i++) {
      right += wanted[i] == found[i] ? 1 : 0;
    }
    shares.put(image, (double) right / wanted.length);
  }

  @Override
  public void merge(Accumulator other) {
    shares.putAll(((FakeAccumulator) other).shares);
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    Double mean = shares.isEmpty() ? null : sum / shares.size();
    List<ImageValue> imageValues = new ArrayList<>();
    shares.forEach((image, share) -> imageValues.add(new ImageValue(image, "mIoU", share)));
    return new Evaluation(
        task,
        convention,
        List.of(
            new MetricValue("pixelAccuracy", MetricValue.ALL, mean, null, shares.size()),
            new MetricValue("mIoU", MetricValue.ALL, null, null, shares.size())),
        imageValues,
        new ConfusionCounts(List.of("even", "odd"), new long[][] {{1, 2, 3}, {4, 5, 6}}));
  }
}
