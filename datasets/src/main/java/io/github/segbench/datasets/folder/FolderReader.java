package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.SortedSet;

/** Reads folders of images and of files that annotate them, for any task. */
public final class FolderReader implements DatasetReader {
  @Override
  public String id() {
    return "folder";
  }

  @Override
  public String description() {
    return "Images and files of labels, objects or segments, found by patterns such as {split}/{id}.png";
  }

  @Override
  public List<OptionSpec> options() {
    return FolderOptions.OPTIONS;
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    return new FolderListing(spec).dataset();
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return new FolderOptions(spec).layout().knownSplits();
  }
}
