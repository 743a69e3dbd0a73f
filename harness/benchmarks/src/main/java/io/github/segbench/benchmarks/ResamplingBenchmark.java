package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The intervals of a metric from 2,000 resamples of 5,000 images, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class ResamplingBenchmark {
  private static final int IMAGES = 5_000;
  private static final int PIXELS = 24;

  /** mIoU over 150 classes, PQ over 133 categories and of each; a dozen in each image. */
  @Param({"mIoU", "PQ"})
  public String metric;

  private Resamplable numbers;

  @Setup
  public void scoreImages() {
    boolean semantic = metric.equals("mIoU");
    int categories = semantic ? 150 : 133;
    LabelSet labels =
        new LabelSet(
            "benchmark",
            IntStream.range(0, categories)
                .mapToObj(id -> new Category(id, "class " + id, id % 2 == 0, 0))
                .toList(),
            LabelSet.NO_IGNORE);
    Accumulator accumulator =
        Accumulators.create(
            labels,
            semantic ? Convention.STANDARD : Convention.COCO_PANOPTIC,
            List.of(Metric.named(metric).orElseThrow()));
    Random random = new Random(1);
    for (int image = 0; image < IMAGES; image++) {
      int[] truth = row(random, categories);
      int[] prediction = truth.clone();
      for (int change = 0; change < 4; change++) {
        prediction[random.nextInt(PIXELS)] = random.nextInt(categories);
      }
      accumulator.add(image, segmentations(truth), segmentations(prediction));
    }
    numbers = accumulator.numbers();
  }

  /** Pairs of pixels of one category. */
  private static int[] row(Random random, int categories) {
    int[] ids = new int[PIXELS];
    for (int i = 0; i < PIXELS; i += 2) {
      Arrays.fill(ids, i, i + 2, random.nextInt(categories));
    }
    return ids;
  }

  private static Segmentations segmentations(int[] categories) {
    short[] labels = new short[PIXELS];
    int[] segmentIds = new int[PIXELS];
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < PIXELS; i++) {
      labels[i] = (short) categories[i];
      segmentIds[i] = 1 + categories[i];
    }
    Arrays.stream(categories)
        .distinct()
        .forEach(category -> segments.add(new Segment(1 + category, category, false)));
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(PIXELS, 1, labels)),
        new PanopticSegmentation(PIXELS, 1, segmentIds, segments));
  }

  @Benchmark
  public Map<Quantity, Interval> resample() {
    return new Bootstrap(BootstrapSettings.DEFAULT).intervals(numbers);
  }
}
