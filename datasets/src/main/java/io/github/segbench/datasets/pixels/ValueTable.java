package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.labels.IdTable;

/** Numbers that stand for ids by a table. */
public record ValueTable(IdTable table) implements ValueCoding {
  @Override
  public LabelMap apply(LabelMap values, String where) {
    return table.apply(values, where);
  }

  @Override
  public String description() {
    return "values " + table;
  }
}
