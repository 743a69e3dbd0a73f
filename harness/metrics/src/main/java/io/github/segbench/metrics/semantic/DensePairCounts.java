package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/** A table of all pairs, row-major; below the rows of the classes lies one of void truth. */
final class DensePairCounts implements PairCounts {
  private final int columns;
  private final int[] rowById;
  private final int[] columnById;
  private final long[] cells;

  DensePairCounts(LabelSet labels) {
    columns = labels.size() + 1;
    rowById = PairCounts.table(labels, columns);
    columnById = PairCounts.table(labels, 1);
    cells = new long[columns * columns];
  }

  @Override
  public void count(LabelMap truth, LabelMap prediction) {
    if (truth.hasBytes() && prediction.hasBytes()) {
      BytePairKernel.count(truth.bytes(), prediction.bytes(), rowById, columnById, cells);
    } else {
      LabelPairKernel.count(truth.labels(), prediction.labels(), rowById, columnById, cells);
    }
  }

  @Override
  public void add(int truth, int prediction, long pixels) {
    cells[truth * columns + prediction] += pixels;
  }

  @Override
  public long get(int truth, int prediction) {
    return cells[truth * columns + prediction];
  }

  @Override
  public void forEach(PairConsumer consumer) {
    int cell = 0;
    for (int truth = 0; truth < columns - 1; truth++) {
      for (int prediction = 0; prediction < columns; prediction++) {
        long pixels = cells[cell++];
        if (pixels != 0) {
          consumer.accept(truth, prediction, pixels);
        }
      }
    }
  }

  @Override
  public void clear() {
    Arrays.fill(cells, 0);
  }
}
