package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.ParityValue.Measure;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve.Point;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A result with something of everything: absent values, odd names, numbers that do not end. */
final class SampleRun {
  static final LabelSet LABELS =
      new LabelSet(
          "odd names",
          List.of(
              new Category(0, "sky, \"blue\"", false, 0x0000FF),
              new Category(7, "größe\nzwei", true, 0x00FF10, "\"g\"", Frequency.COMMON)),
          255,
          Map.of("others", Map.of("sky, \"blue\"", "void")));

  /** The samples behind {@link #timings}, in the form of JMH's own JSON. */
  static final String JMH_JSON =
      """
      [ { "benchmark": "io.github.segbench.latency.Stages.run", "mode": "sample", "threads": 1,
          "params": { "batch": "1", "stage": "inference" },
          "primaryMetric": { "score": 0.3, "rawDataHistogram": [
            [ [ [0.1, 2], [0.30000000000000004, 1] ], [ [0.1, 3] ] ],
            [ [ [0.2, 4] ] ] ] } },
        { "benchmark": "io.github.segbench.latency.Stages.run", "mode": "sample", "threads": 1,
          "params": { "batch": "4", "stage": "inference" },
          "primaryMetric": { "score": 0.3, "rawDataHistogram": [ [ [ [9.5, 1] ] ] ] } },
        { "benchmark": "io.github.segbench.latency.Stages.run", "mode": "thrpt", "threads": 2,
          "params": { "batch": "1", "stage": "inference" },
          "primaryMetric": { "score": 77.0, "rawData": [ [ 77.0 ] ] } } ]
      """;

  private SampleRun() {}

  static TrialIdentity identity(String id, boolean opened) {
    return new TrialIdentity(
        id,
        "unet",
        "U-Net, \"small\"",
        "unet",
        opened ? "onnx" : null,
        opened ? "cd".repeat(32) : null,
        opened ? 123L : null,
        840_000L,
        null,
        "shapes",
        "Shapes",
        "test",
        opened ? "sample3-seed7" : null,
        "odd names",
        opened ? "ab".repeat(32) : null,
        opened ? 3 : 0,
        "onnxruntime",
        "1.29.0",
        "cpu",
        "fp32",
        "size kept",
        "flip (horizontal true)");
  }

  static AccuracyResult accuracy() {
    Evaluation semantic =
        new Evaluation(
            SegmentationTask.SEMANTIC,
            Convention.ADE20K_CHALLENGE,
            List.of(
                new MetricValue("mIoU", MetricValue.ALL, 1 / 3.0, new Interval(0.1 + 0.2, 0.7), 3),
                new MetricValue("IoU", "sky, \"blue\"", null, null, 3),
                new MetricValue("IoU", "größe\nzwei", 1e-7, null, 3)),
            List.of(
                new ImageValue(0, "mIoU", 2 / 3.0),
                new ImageValue(0, "pixelAccuracy", 1.0),
                new ImageValue(2, "mIoU", null)),
            new ConfusionCounts(
                List.of("sky, \"blue\"", "größe\nzwei"),
                new long[][] {{Long.MAX_VALUE, 0, 1}, {2, 3, 4}}));
    Evaluation panoptic =
        new Evaluation(
            SegmentationTask.PANOPTIC,
            Convention.COCO_PANOPTIC,
            List.of(new MetricValue("PQ", MetricValue.THINGS, 0.5, null, 2)),
            List.of(new ImageValue(1, "PQ", 0.1)),
            null);
    Evaluation instance =
        new Evaluation(
            SegmentationTask.INSTANCE,
            Convention.COCO,
            List.of(new MetricValue("AP", MetricValue.ALL, 0.25, null, 3)),
            List.of(),
            null,
            List.of(
                new PrecisionRecallCurve(
                    "0.50", List.of(new Point(0, 1), new Point(0.01, 1 / 3.0))),
                new PrecisionRecallCurve("0.50:0.95", List.of(new Point(0, 0.1 + 0.2)))));
    GalleryImage kept =
        new GalleryImage(
            "a,b",
            SegmentationTask.PANOPTIC,
            List.of(GalleryImage.Role.COMMON, GalleryImage.Role.WORST),
            "PQ",
            0.1,
            "gallery/shapes-test/1.png",
            "gallery/shapes-test/1-truth-panoptic.png",
            "gallery/t1/1.png",
            Map.of(1, 0, 66_000, 7),
            Map.of());
    return new AccuracyResult(
        List.of("a", "a,b", "c"),
        List.of(semantic, instance, panoptic),
        1234,
        List.of(kept),
        List.of("grass"));
  }

  static LatencyResult latency() {
    return new LatencyResult(
        timings(),
        List.of(
            new ScenarioResult(
                Scenario.SERVER,
                8,
                1,
                2,
                1,
                500,
                12.5,
                1 / 3.0,
                new Percentiles(1, 2, 3, 4, 5, 0.5, 6.25),
                4.5),
            new ScenarioResult(Scenario.OFFLINE, 8, 1, 2, 4, 24, 0.1, 240.0, null, null),
            new ScenarioResult(Scenario.SERVER, 8, 1, 1, null, 10, 1.0, null, null, 0.001)),
        List.of(
            new ResourceUse(ResourceUse.Quantity.PEAK_RSS, 123_456_789),
            new ResourceUse(ResourceUse.Quantity.ENERGY_PER_IMAGE, 0.1 + 0.2)),
        new Conditions(
            new Conditions.State(0.5, 0.01, 0.0, List.of("performance")),
            new Conditions.State(2.25, -1, -1, List.of())));
  }

  static List<LatencyDistribution> timings() {
    return List.of(
        new LatencyDistribution(
            LatencyStage.INFERENCE,
            LatencyMode.SAMPLE,
            1,
            1,
            0.1 + 0.2,
            0.01,
            new Percentiles(0.1, 0.2, 0.2, 0.3, 0.3, 0.1, 0.30000000000000004),
            10,
            // 0.1 was seen 2 + 3 times in two iterations of one fork.
            List.of(new Bucket(0.1, 5), new Bucket(0.2, 4), new Bucket(0.30000000000000004, 1)),
            new Warmup(0.1 + 0.2, true)),
        new LatencyDistribution(
            LatencyStage.INFERENCE,
            LatencyMode.THROUGHPUT,
            2,
            1,
            77.0,
            null,
            null,
            1,
            List.of(),
            new Warmup(2, false)),
        new LatencyDistribution(
            LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 2, 1, 7.0, null, null, 1, List.of()));
  }

  static RunResult result() {
    return new RunResult(
        "sample",
        "With a \"description\"\nof two lines.",
        Instant.parse("2026-01-31T23:59:59.123456Z"),
        Instant.parse("2026-02-01T00:10:00Z"),
        "./segbench run configs/runs/sample.yaml",
        "name: sample\n# a comment\n",
        new Environment("0.1.0", "", "A CPU", 2, 8_000_000_000L, "Linux 6.1", "OpenJDK 17", -1.0),
        Map.of("odd names", LABELS),
        List.of(
            new TrialResult.Completed(
                identity("t1", true), accuracy(), latency(), List.of("batch 4 is not measured")),
            new TrialResult.Skipped(identity("t2", false), "no driver"),
            new TrialResult.Failed(
                identity("t3", true), TrialPhase.LATENCY, "a fork died", accuracy()),
            new TrialResult.Failed(identity("t4", false), TrialPhase.DATASET, "no folder", null),
            new TrialResult.Completed(identity("t5", true), null, LatencyResult.NONE, List.of())),
        List.of(
            new ParityResult(
                "unet",
                "shapes-test",
                "onnxruntime-cpu-fp32",
                "djl-cpu-fp32",
                List.of(
                    new ParityValue("1, \"a\"", Measure.DIFFERENCE, "logits", 0.1 + 0.2, 1e-3),
                    new ParityValue(
                        "2", Measure.DIFFERENCE, "logits", Double.POSITIVE_INFINITY, 1e-3),
                    new ParityValue("2", Measure.AGREEMENT, "semantic", 0.75, 0.999)),
                ""),
            new ParityResult(
                "unet",
                "shapes-test",
                "onnxruntime-cpu-fp32",
                "djl-cuda-fp32",
                List.of(),
                "image 1: no driver")));
  }
}
