package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.panoptic.PanopticMatcher;
import io.github.segbench.metrics.panoptic.PanopticOverlap;
import io.github.segbench.metrics.panoptic.SegmentCounts;
import java.util.Arrays;
import java.util.List;
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

/** Matching the segments of one pair of panoptic maps of 640x480 pixels, 133 categories. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PanopticBenchmark {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int CATEGORIES = 133;
  private static final int SEGMENTS = 60;
  private static final LabelSet LABELS =
      new LabelSet(
          "benchmark",
          IntStream.range(0, CATEGORIES)
              .mapToObj(id -> new Category(id, "class " + id, id < 80, 0))
              .toList(),
          LabelSet.NO_IGNORE);

  /** Overlapping discs that the prediction misses by some pixels, or a random id everywhere. */
  @Param({"discs", "noise"})
  public String content;

  /** By masks, PQ, or by masks and boundaries, Boundary PQ. */
  @Param public PanopticOverlap overlap;

  private ImagePair<PanopticSegmentation> image;
  private PanopticMatcher matcher;

  @Setup
  public void createMaps() {
    boolean discs = content.equals("discs");
    image =
        new ImagePair<>(
            segmentation(discs ? discs(0) : noise(1), 0),
            segmentation(discs ? discs(3) : noise(2), 1 << 20));
    matcher = new PanopticMatcher(LABELS, overlap);
  }

  /**
   * @param indices of segments, 0 for void
   * @param shift what ids are moved by
   */
  private static PanopticSegmentation segmentation(int[] indices, int shift) {
    // Ids of files are colours: far apart.
    int[] ids = Arrays.stream(indices).map(i -> i == 0 ? 0 : shift + i * 7919).toArray();
    List<Segment> segments =
        Arrays.stream(indices)
            .filter(i -> i != 0)
            .distinct()
            .mapToObj(i -> new Segment(shift + i * 7919, i % CATEGORIES, false))
            .toList();
    return new PanopticSegmentation(WIDTH, HEIGHT, ids, segments);
  }

  private static int[] discs(int shift) {
    Random random = new Random(5);
    int[] indices = new int[WIDTH * HEIGHT];
    for (int disc = 1; disc <= SEGMENTS; disc++) {
      int radius = 8 + random.nextInt(disc < 20 ? 160 : 50);
      int centreX = random.nextInt(WIDTH) + shift;
      int centreY = random.nextInt(HEIGHT) - shift;
      for (int y = Math.max(0, centreY - radius); y < Math.min(HEIGHT, centreY + radius); y++) {
        for (int x = Math.max(0, centreX - radius); x < Math.min(WIDTH, centreX + radius); x++) {
          int dx = x - centreX;
          int dy = y - centreY;
          if (dx * dx + dy * dy < radius * radius) {
            indices[y * WIDTH + x] = disc % 15 == 0 ? 0 : disc;
          }
        }
      }
    }
    return indices;
  }

  private static int[] noise(int seed) {
    return new Random(seed).ints(WIDTH * HEIGHT, 0, SEGMENTS).toArray();
  }

  @Benchmark
  public SegmentCounts match() {
    return matcher.match(image);
  }
}
