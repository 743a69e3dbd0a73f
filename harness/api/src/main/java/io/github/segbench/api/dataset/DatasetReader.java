package io.github.segbench.api.dataset;

import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads one on-disk layout, or generates a data set. Found through {@link java.util.ServiceLoader};
 * has a public constructor without parameters.
 */
public interface DatasetReader {
  /** The name of the layout in {@code configs/datasets/*.yaml}, such as {@code folder}. */
  String id();

  /** One sentence for {@code segbench list}. */
  String description();

  List<OptionSpec> options();

  /**
   * Lists the samples of a split without opening images.
   *
   * @throws DatasetException if the data are not there, the split is unknown (the message names
   *     those that there are) or empty, or an image lacks its labels
   */
  Dataset open(DatasetSpec spec);

  /**
   * The splits that can be opened, by name. The split of the specification is not looked at.
   *
   * @throws DatasetException if the data are not there
   */
  SortedSet<String> splits(DatasetSpec spec);

  /**
   * Whether {@link #open} takes hardly longer than listing folders. False if it reads the
   * annotations of a whole split, so that {@code segbench datasets list} does not open it.
   */
  default boolean opensQuickly() {
    return true;
  }
}
