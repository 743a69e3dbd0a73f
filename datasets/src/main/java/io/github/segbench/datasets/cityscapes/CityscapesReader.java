package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.formats.FormatException;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads Cityscapes: {@code leftImg8bit/SPLIT/CITY} with {@code gtFine} or {@code gtCoarse} beside
 * it. The label set says by names which labels count.
 *
 * <p>Source of the layout: mcordts/cityscapesScripts, README.md.
 */
public final class CityscapesReader implements DatasetReader {
  @Override
  public String id() {
    return "cityscapes";
  }

  @Override
  public String description() {
    return "Cityscapes: leftImg8bit/SPLIT/CITY with gtFine or gtCoarse";
  }

  @Override
  public List<OptionSpec> options() {
    return CityscapesLayout.OPTIONS;
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    try {
      return new CityscapesListing(spec, CityscapesLayout.of(spec)).dataset();
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return CityscapesLayout.of(spec).knownSplits();
  }
}
