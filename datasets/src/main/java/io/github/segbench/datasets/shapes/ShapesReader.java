package io.github.segbench.datasets.shapes;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import java.util.SortedSet;

/** Generates Shapes, the data set that the bundled networks were trained on. */
public final class ShapesReader implements DatasetReader {
  private static final String SIZE = "size";
  private static final String COUNT = "count";
  private static final long LARGEST_SIZE = 4096;

  @Override
  public String id() {
    return "shapes";
  }

  @Override
  public String description() {
    return "Generated landscapes with things on them, with ground truth for all three tasks";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer(
            SIZE, 128L, 16, "Width and height in pixels, at most " + LARGEST_SIZE + "."),
        OptionSpec.integer(
            COUNT,
            null,
            1,
            "Scenes in the split, at most 1000000; by default train 6000, val 300, test 300."));
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    ShapesSplit split = ShapesSplit.of(spec.split(), spec.id());
    ShapesLabels.require(spec.labels(), spec.id());
    Options options = spec.options();
    long size = options.integer(SIZE);
    long count = options.has(COUNT) ? options.integer(COUNT) : split.defaultCount();
    requireAtMost(spec, SIZE, size, LARGEST_SIZE);
    requireAtMost(spec, COUNT, count, ShapesSplit.MOST);
    return new ShapesDataset(spec.id(), split, spec.labels(), (int) size, count);
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return ShapesSplit.ids();
  }

  private static void requireAtMost(DatasetSpec spec, String option, long value, long most) {
    if (value > most) {
      throw new DatasetException(
          "data set " + spec.id() + ": " + option + " is " + value + ", expected at most " + most);
    }
  }
}
