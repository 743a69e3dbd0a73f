package io.github.segbench.report.html;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.engine.result.GalleryImage.Role;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve.Point;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.published.PublishedModel;
import io.github.segbench.report.published.PublishedNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run that looks like the quickstart's: five models on drawn scenes, one skipped, one failed. */
final class SampleRun {
  static final LabelSet SHAPES =
      new LabelSet(
          "shapes",
          List.of(
              new Category(0, "sky", false, 0x87ceeb),
              new Category(1, "grass", false, 0x6aa84f),
              new Category(2, "road", false, 0x8d7b8d),
              new Category(3, "water", false, 0x2f6fb7),
              new Category(4, "circle", true, 0xe41a1c),
              new Category(5, "square", true, 0xffd92f),
              new Category(6, "triangle", true, 0x984ea3),
              new Category(7, "star", true, 0xff7f00)),
          255);

  private static final List<String> IMAGES =
      List.of("2000000", "2000001", "2000002", "2000117", "2000203", "2000288");

  private final Path folder;
  private final LabelSet labels;
  private final Random random = new Random(7);

  SampleRun(Path folder, LabelSet labels) {
    this.folder = folder;
    this.labels = labels;
  }

  /** The whole run; its gallery files are written to the folder. */
  static ReportInput full(Path folder) {
    SampleRun run = new SampleRun(folder, SHAPES);
    return run.input(
        List.of(
            run.completed(
                "fcn8s-shapes", "FCN-8s", 0.841, 2.4, 603_720L, SegmentationTask.SEMANTIC),
            run.completed("unet-shapes", "U-Net", 0.905, 6.9, 839_112L, SegmentationTask.SEMANTIC),
            run.completed(
                "segnet-shapes", "SegNet", 0.824, 6.1, 761_000L, SegmentationTask.SEMANTIC),
            run.completed(
                "maskrcnn-shapes",
                "Mask R-CNN",
                0.461,
                14.6,
                2_060_000L,
                SegmentationTask.INSTANCE),
            run.completed(
                "upsnet-shapes",
                "UPSNet",
                0.694,
                19.4,
                2_130_000L,
                SegmentationTask.SEMANTIC,
                SegmentationTask.INSTANCE,
                SegmentationTask.PANOPTIC),
            new TrialResult.Skipped(
                run.identity("deeplab-camvid", "DeepLab v3+", null),
                "label set 'camvid' of the model does not match 'shapes' of the data set: no"
                    + " category of 'shapes' is mapped"),
            new TrialResult.Failed(
                run.identity("psp-shapes", "PSPNet", null),
                TrialPhase.MODEL,
                "models/psp.onnx: sha256 is 9f2c1b, expected 77ab04 (configs/models/psp.yaml)",
                null)));
  }

  /** Two numbers of nobody's on the data set of the run. */
  static List<PublishedNumber> published() {
    return List.of(
        published("Narrow", "VGG-16", "val", 0.7), published("Wide", "ResNet-101", "test", 0.95));
  }

  private static PublishedNumber published(
      String model, String backbone, String split, double value) {
    return new PublishedNumber(
        new PublishedModel(
            model,
            backbone,
            "shapes",
            split,
            "8 classes with background, images of 192 x 144",
            "multi",
            "train (2,000 images)",
            "arXiv 0000.00000, Table 3",
            "Nobody and Noone 2017"),
        Metric.MEAN_IOU,
        "all",
        value);
  }

  ReportInput input(List<TrialResult> trials) {
    RunResult result =
        new RunResult(
            "quickstart",
            "Five small networks trained on Shapes, on the CPU.",
            Instant.parse("2026-01-02T10:00:00Z"),
            Instant.parse("2026-01-02T10:04:12Z"),
            "./segbench run configs/runs/quickstart.yaml",
            "name: quickstart\nmodels:\n  - fcn8s-shapes\n  - unet-shapes\n",
            new Environment(
                "0.1.0",
                "4f1c2d3",
                "Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz",
                2,
                8L << 30,
                "Linux 6.1 amd64",
                "OpenJDK 17.0.12",
                0.42),
            Map.of(labels.id(), labels),
            trials);
    return new ReportInput(result, folder);
  }

  TrialResult completed(
      String id,
      String name,
      double score,
      double millis,
      Long parameters,
      SegmentationTask... tasks) {
    return new TrialResult.Completed(
        identity(id, name, parameters),
        accuracy(id, score, tasks),
        measured(millis, parameters),
        id.startsWith("segnet")
            ? List.of("batch 8 was not timed: the network has a fixed batch of 1")
            : List.of());
  }

  /** What the latency phase of a busy machine finds out. */
  LatencyResult measured(double millis, Long parameters) {
    Percentiles queries =
        new Percentiles(
            millis,
            millis * 1.1,
            millis * 1.15,
            millis * 1.4,
            millis * 2,
            millis * 0.9,
            millis * 3);
    return new LatencyResult(
        latency(millis),
        List.of(
            new ScenarioResult(
                Scenario.SINGLE_STREAM, 8, 1, 1, 1, 512, 4.2, millis * 1.1, queries, null),
            new ScenarioResult(
                Scenario.MULTI_STREAM, 8, 4, 2, 2, 128, 4.4, millis * 2.9, queries, null),
            new ScenarioResult(Scenario.OFFLINE, 8, 1, 2, 4, 640, 3.9, 1700 / millis, null, null),
            new ScenarioResult(
                Scenario.SERVER,
                8,
                1,
                2,
                1,
                400,
                5.1,
                millis > 15 ? null : 900 / millis,
                queries,
                50.0)),
        List.of(
            new ResourceUse(Quantity.PEAK_RSS, 190e6 + 40 * parameters),
            new ResourceUse(Quantity.JAVA_HEAP, 61e6),
            new ResourceUse(Quantity.DIRECT, 4.2e6),
            new ResourceUse(Quantity.NATIVE, 125e6 + 40 * parameters),
            new ResourceUse(Quantity.ENERGY_PER_IMAGE, millis * 0.041),
            new ResourceUse(Quantity.ACHIEVED_FLOPS, parameters * 600.0 / millis * 1000)),
        new Conditions(
            new Conditions.State(0.4, 0.02, 0.001, List.of("performance", "performance")),
            new Conditions.State(1.1, millis > 15 ? 0.31 : 0.04, 0, List.of("performance"))));
  }

  /** A trial as {@link #completed} has it, in another precision. */
  TrialResult quantised(String id, String name, double score, double millis) {
    return new TrialResult.Completed(
        identity(id, name, 10L, "int8"),
        accuracy(id, score, SegmentationTask.SEMANTIC),
        LatencyResult.of(latency(millis)),
        List.of());
  }

  TrialIdentity identity(String id, String name, Long parameters) {
    return identity(id, name, parameters, "fp32");
  }

  private TrialIdentity identity(String id, String name, Long parameters, String precision) {
    return new TrialIdentity(
        id + "_shapes-test_onnxruntime-cpu-" + precision,
        id,
        name,
        id.replaceAll("-.*", ""),
        parameters == null ? null : "onnx",
        parameters == null ? null : "4be1c0ffee".repeat(6) + "abcd",
        parameters == null ? null : parameters * 4 + 30_000,
        parameters,
        parameters == null ? null : parameters * 300,
        "shapes",
        "Shapes",
        "test",
        null,
        labels.id(),
        parameters == null ? null : "77aa00b1".repeat(8),
        parameters == null ? 0 : 300,
        "onnxruntime",
        "1.29.0",
        "cpu",
        precision,
        "RGB, /255, mean 0.5, std 0.25, no resize",
        null);
  }

  AccuracyResult accuracy(String id, double score, SegmentationTask... tasks) {
    List<Evaluation> evaluations = new ArrayList<>();
    List<GalleryImage> gallery = new ArrayList<>();
    for (SegmentationTask task : tasks) {
      double taskScore =
          tasks.length == 1
              ? score
              : switch (task) {
                case SEMANTIC -> 0.882;
                case INSTANCE -> 0.438;
                case PANOPTIC -> score;
              };
      evaluations.add(evaluation(task, taskScore));
      if (labels.equals(SHAPES)) {
        gallery.addAll(gallery(id, task, taskScore));
      }
    }
    return new AccuracyResult(IMAGES, evaluations, 4_200, gallery, List.of());
  }

  private List<GalleryImage> gallery(String id, SegmentationTask task, double score) {
    String metric =
        switch (task) {
          case SEMANTIC -> "mIoU";
          case INSTANCE -> "AP";
          case PANOPTIC -> "PQ";
        };
    List<List<Role>> roles =
        List.of(
            List.of(Role.COMMON),
            List.of(Role.COMMON),
            List.of(Role.COMMON),
            List.of(Role.WORST),
            List.of(Role.MEDIAN),
            List.of(Role.BEST));
    double[] offsets = {-0.04, 0.02, 0.0, -0.3, 0.01, 0.09};
    List<GalleryImage> images = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      double value = Math.max(0.05, Math.min(0.99, score + offsets[i]));
      double quality = task == SegmentationTask.SEMANTIC ? value : 0.5 + value / 2;
      images.add(
          new SampleScene(IMAGES.get(i), i + 3)
              .write(folder, id, task, labels, quality, roles.get(i), metric, value));
    }
    return images;
  }

  private Evaluation evaluation(SegmentationTask task, double score) {
    List<MetricValue> values = new ArrayList<>();
    List<Category> categories = labels.categories();
    switch (task) {
      case SEMANTIC -> {
        values.add(metric("mIoU", "all", score));
        values.add(metric("pixelAccuracy", "all", 1 - (1 - score) / 6));
        values.add(metric("meanDice", "all", 2 * score / (1 + score)));
        categories.forEach(c -> values.add(metric("IoU", c.name(), near(score))));
        categories.forEach(c -> values.add(metric("Dice", c.name(), near(score + 0.05))));
      }
      case INSTANCE -> {
        values.add(metric("AP", "all", score));
        values.add(metric("AP50", "all", score * 1.6));
        values.add(metric("AP75", "all", score * 1.1));
        values.add(metric("APs", "all", score * 0.5));
        values.add(metric("APm", "all", score * 1.1));
        values.add(metric("APl", "all", score * 1.4));
        labels.things().forEach(c -> values.add(metric("AP", c.name(), near(score))));
      }
      case PANOPTIC -> {
        values.add(metric("PQ", "all", score));
        values.add(metric("SQ", "all", 0.894));
        values.add(metric("RQ", "all", 0.765));
        values.add(metric("PQ", "things", score - 0.1));
        values.add(metric("PQ", "stuff", score + 0.1));
        values.add(metric("SQ", "things", 0.871));
        values.add(metric("SQ", "stuff", 0.913));
        values.add(metric("RQ", "things", 0.702));
        values.add(metric("RQ", "stuff", 0.83));
        categories.forEach(
            c -> {
              values.add(metric("PQ", c.name(), near(score)));
              values.add(metric("SQ", c.name(), near(0.894)));
              values.add(metric("RQ", c.name(), near(0.765)));
            });
      }
    }
    return new Evaluation(
        task,
        Convention.of(task).get(0),
        values,
        List.of(),
        task == SegmentationTask.SEMANTIC ? confusion(score) : null,
        task == SegmentationTask.INSTANCE
            ? List.of(
                curve("0.50", score * 1.6), curve("0.75", score * 1.1), curve("0.50:0.95", score))
            : List.of());
  }

  /** Falls slowly, then to nothing where recall ends. */
  private static PrecisionRecallCurve curve(String iou, double reached) {
    return new PrecisionRecallCurve(
        iou,
        IntStream.rangeClosed(0, 100)
            .mapToDouble(i -> i / 100.0)
            .mapToObj(r -> new Point(r, r > reached ? 0 : 1 - 0.2 * r / reached))
            .toList());
  }

  private double near(double score) {
    return Math.max(0.02, Math.min(0.985, score + random.nextGaussian() * 0.07));
  }

  private static MetricValue metric(String name, String category, double value) {
    Interval interval = new Interval(Math.max(0, value - 0.012), Math.min(1, value + 0.009));
    return new MetricValue(name, category, value, interval, 300);
  }

  private ConfusionCounts confusion(double score) {
    int size = labels.size();
    long[][] counts = new long[size][size + 1];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        boolean neighbours = random.nextInt(100) < (size < 50 ? 60 : 8);
        counts[row][column] = neighbours ? (long) (random.nextDouble() * (1 - score) * 30_000) : 0;
      }
      counts[row][row] = 100_000L + random.nextInt(400_000);
    }
    return new ConfusionCounts(labels.categories().stream().map(Category::name).toList(), counts);
  }

  List<LatencyDistribution> latency(double millis) {
    List<LatencyDistribution> timings = new ArrayList<>();
    double[] shares = {0.08, 0.04, 0.8, 0.08};
    LatencyStage[] stages = LatencyStage.values();
    for (int i = 0; i < shares.length; i++) {
      timings.add(sampled(stages[i], millis * shares[i]));
    }
    timings.add(sampled(LatencyStage.END_TO_END, millis));
    timings.add(batched(timings.get(2), 4));
    for (int threads = 1; threads <= 2; threads++) {
      timings.add(
          new LatencyDistribution(
              LatencyStage.END_TO_END,
              LatencyMode.THROUGHPUT,
              threads,
              1,
              1000 / millis * Math.pow(threads, 0.8),
              3.1,
              null,
              5,
              List.of()));
    }
    return timings;
  }

  /** A timing of a batch, which takes a little less than its images one by one. */
  private static LatencyDistribution batched(LatencyDistribution single, int batch) {
    return new LatencyDistribution(
        single.stage(),
        single.mode(),
        1,
        batch,
        single.score() * batch * 0.85,
        null,
        single.percentiles(),
        single.samples(),
        List.of());
  }

  private LatencyDistribution sampled(LatencyStage stage, double millis) {
    double[] samples = new double[2000];
    for (int i = 0; i < samples.length; i++) {
      double tail = random.nextInt(40) == 0 ? 0.4 * random.nextDouble() : 0;
      samples[i] = millis * (1 + 0.03 * random.nextGaussian() + 0.05 * random.nextDouble() + tail);
    }
    Arrays.sort(samples);
    TreeMap<Double, Long> buckets = new TreeMap<>();
    for (double sample : samples) {
      buckets.merge(Math.round(sample * 200 / millis) / 200.0 * millis, 1L, Long::sum);
    }
    return new LatencyDistribution(
        stage,
        LatencyMode.SAMPLE,
        1,
        1,
        Arrays.stream(samples).average().orElseThrow(),
        millis * 0.004,
        new Percentiles(
            samples[999],
            samples[1799],
            samples[1899],
            samples[1979],
            samples[1997],
            samples[0],
            samples[1999]),
        samples.length,
        buckets.entrySet().stream().map(e -> new Bucket(e.getKey(), e.getValue())).toList());
  }
}
