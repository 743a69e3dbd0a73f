package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A data set of small images made from their numbers: the red channel holds a label, which is the
 * truth but for the first {@code number} pixels (at most all).
 */
final class FakeReader implements DatasetReader {
  static final int WIDTH = 4;
  static final int HEIGHT = 2;

  /** What data sets that are opened from now on say they have. */
  Set<SegmentationTask> tasks = Set.of(SegmentationTask.SEMANTIC);

  private final int count;
  private final Set<Integer> corrupt;
  private final boolean missing;

  /** Every thread that loaded a sample. */
  final Set<String> loadingThreads = ConcurrentHashMap.newKeySet();

  /** How often the content of a data set was asked for. */
  final AtomicInteger fingerprints = new AtomicInteger();

  /** Called when a sample is loaded. */
  private final Runnable onLoad;

  /** The blue channel of every image: two data sets that differ in it have different content. */
  static final OptionSpec SHADE = OptionSpec.integer("shade", 0L, 0, "Blue channel.");

  FakeReader(int count, Set<Integer> corrupt, boolean missing, Runnable onLoad) {
    this.count = count;
    this.corrupt = corrupt;
    this.missing = missing;
    this.onLoad = onLoad;
  }

  static FakeReader ofImages(int count) {
    return new FakeReader(count, Set.of(), false, () -> {});
  }

  static FakeReader withCorrupt(int count, Integer... corrupt) {
    return new FakeReader(count, Set.of(corrupt), false, () -> {});
  }

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public String description() {
    return "Made-up images.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(SHADE);
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    if (missing) {
      throw new DatasetException("no folder /data/fake");
    }
    return new FakeDataset(spec);
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return new TreeSet<>(Set.of("test"));
  }

  private static int shade(DatasetSpec spec) {
    return (int) spec.options().integer(SHADE.name());
  }

  private final class FakeDataset implements Dataset {
    private final DatasetSpec spec;

    FakeDataset(DatasetSpec spec) {
      this.spec = spec;
    }

    @Override
    public String id() {
      return spec.id();
    }

    @Override
    public String split() {
      return spec.split();
    }

    @Override
    public LabelSet labels() {
      return spec.labels();
    }

    @Override
    public Set<SegmentationTask> tasks() {
      return tasks;
    }

    @Override
    public List<Sample> samples() {
      return IntStream.range(0, count)
          .mapToObj(i -> (Sample) new FakeSample(i, shade(spec)))
          .toList();
    }

    @Override
    public String fingerprint() {
      fingerprints.incrementAndGet();
      return (shade(spec) == 0 ? "ab" : "cd").repeat(32);
    }
  }

  private final class FakeSample implements Sample {
    private final int number;
    private final int shade;

    FakeSample(int number, int shade) {
      this.number = number;
      this.shade = shade;
    }

    @Override
    public String id() {
      return "img" + number;
    }

    @Override
    public byte[] encodedImage() {
      try {
        return io.github.segbench.api.image.ImageCodec.encodePng(image());
      } catch (IOException e) {
        throw new DatasetException(id(), e);
      }
    }

    @Override
    public RgbImage image() {
      loadingThreads.add(Thread.currentThread().getName());
      onLoad.run();
      if (corrupt.contains(number)) {
        throw new DatasetException(id() + ".png: corrupt image");
      }
      byte[] pixels = new byte[WIDTH * HEIGHT * 3];
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        pixels[3 * i] = (byte) (i % 2);
        pixels[3 * i + 2] = (byte) shade;
      }
      return new RgbImage(WIDTH, HEIGHT, pixels);
    }

    @Override
    public Segmentations groundTruth() {
      short[] labels = new short[WIDTH * HEIGHT];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = (short) (i < number ? 1 - i % 2 : i % 2);
      }
      return Segmentations.of(new SemanticSegmentation(new LabelMap(WIDTH, HEIGHT, labels)));
    }
  }
}
