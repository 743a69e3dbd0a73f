package io.github.segbench.datasets.shapes;

import io.github.segbench.api.dataset.DatasetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The splits of Shapes: ranges of seeds that do not meet. */
enum ShapesSplit {
  TRAIN(0, 6000),
  VAL(1_000_000, 300),
  TEST(2_000_000, 300);

  static final long MOST = 1_000_000;

  private final long firstSeed;
  private final long defaultCount;

  ShapesSplit(long firstSeed, long defaultCount) {
    this.firstSeed = firstSeed;
    this.defaultCount = defaultCount;
  }

  long firstSeed() {
    return firstSeed;
  }

  long defaultCount() {
    return defaultCount;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all splits. */
  static SortedSet<String> ids() {
    return Arrays.stream(values())
        .map(ShapesSplit::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @throws DatasetException naming the splits, if there is none of that name
   */
  static ShapesSplit of(String id, String dataset) {
    Optional<ShapesSplit> split =
        Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    return split.orElseThrow(
        () ->
            new DatasetException(
                "data set "
                    + dataset
                    + ": unknown split '"
                    + id
                    + "', expected train, val or test"));
  }
}
