package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.formats.FormatException;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads what is laid out as MS COCO is: objects, panoptic maps and stuff in JSON files, and
 * COCO-Stuff's label PNG files. Ground truth is of each task that a file is named for.
 *
 * <p>Source of the form: cocodataset.org, Data format; nightrome/cocostuff, README.md.
 */
public final class CocoReader implements DatasetReader {
  @Override
  public String id() {
    return "coco";
  }

  @Override
  public String description() {
    return "COCO's JSON files of objects, panoptic maps or stuff, and COCO-Stuff's label PNG files";
  }

  @Override
  public List<OptionSpec> options() {
    return CocoOptions.ALL;
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    try {
      return new CocoListing(spec, CocoLayout.of(spec)).dataset();
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return new CocoSplits(CocoLayout.of(spec)).known();
  }

  /** It parses the JSON files. */
  @Override
  public boolean opensQuickly() {
    return false;
  }
}
