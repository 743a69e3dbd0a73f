package io.github.segbench.benchmarks;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.shapes.ShapesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** One generated scene after another, with and without PNG, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ShapesBenchmark {
  private static final List<String> NAMES =
      List.of("sky", "grass", "road", "water", "circle", "square", "triangle", "star");

  @Param({"128", "512"})
  long size;

  private List<Sample> samples = List.of();
  private int next;

  @Setup
  public void setUp() {
    List<Category> categories = new ArrayList<>();
    for (String name : NAMES) {
      categories.add(new Category(categories.size(), name, categories.size() >= 4, 0));
    }
    ShapesReader reader = new ShapesReader();
    Options options = new Options(reader.options(), Map.of("size", size));
    LabelSet labels = new LabelSet("shapes", categories, 255);
    samples = reader.open(new DatasetSpec("shapes", "val", labels, options)).samples();
  }

  /** The image and its ground truth for all three tasks. */
  @Benchmark
  public AnnotatedImage load() {
    return nextSample().load();
  }

  /** The image as a PNG file. */
  @Benchmark
  public byte[] encode() {
    return nextSample().encodedImage();
  }

  private Sample nextSample() {
    next = (next + 1) % samples.size();
    return samples.get(next);
  }
}
