package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.labels.KnownIds;

/** Numbers that are ids of a label set, or its ignore id. */
public record RawIds(LabelSet labels) implements ValueCoding {
  @Override
  public LabelMap apply(LabelMap values, String where) {
    KnownIds.require(values, labels, where);
    return values;
  }

  @Override
  public String description() {
    return "";
  }
}
