package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;

/** What can be wrong with any split of any data set, in the words that all readers use. */
public final class SplitErrors {
  private SplitErrors() {}

  /** Something about a data set. */
  public static DatasetException error(DatasetSpec spec, String problem) {
    return new DatasetException("data set " + spec.id() + ": " + problem);
  }

  /** The split of a specification is none of those that there are. */
  public static DatasetException unknownSplit(DatasetSpec spec, SortedSet<String> known) {
    return error(spec, "unknown split '" + spec.split() + "', expected one of " + known);
  }

  /**
   * @throws DatasetException if a folder of the data set is not there
   */
  public static void requireFolder(DatasetSpec spec, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw error(spec, "no folder " + folder);
    }
  }
}
