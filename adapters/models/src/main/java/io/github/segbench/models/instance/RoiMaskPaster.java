package io.github.segbench.models.instance;

import io.github.segbench.api.segmentation.Mask;

/**
 * From a RoI mask and its box to a mask of the image: a pixel belongs to the object when the mask,
 * stretched over the box by a {@link PasteRule}, is above a threshold there.
 */
public final class RoiMaskPaster {
  private final PasteRule rule;
  private final float threshold;

  /**
   * Pastes by this project's own rule, {@link PasteRule#PIXEL_CENTRE}.
   *
   * @param threshold in the units of the samples: 0.5 for probabilities, 0 for logits
   */
  public RoiMaskPaster(double threshold) {
    this(PasteRule.PIXEL_CENTRE, threshold);
  }

  /**
   * @param threshold in the units of the samples
   */
  public RoiMaskPaster(PasteRule rule, double threshold) {
    this.rule = rule;
    this.threshold = rule.exceeded((float) threshold);
  }

  /**
   * The mask of one detection. Takes time in proportion to the box, not the image.
   *
   * @param samples {@code [size, size]} row-major
   * @param box in pixels of the image; may reach beyond it
   * @param width of the image
   */
  public Mask paste(float[] samples, int size, Box box, int width, int height) {
    return mask(new PastedRoi(rule, samples, size, box, width, height), width, height);
  }

  /** The mask of an object that has been stretched over its box already. */
  public Mask mask(PastedRoi roi, int width, int height) {
    ColumnRuns runs = new ColumnRuns();
    float[] values = new float[roi.rowCount()];
    runs.add(false, roi.firstColumn() * height);
    for (int column = 0; column < roi.columnCount(); column++) {
      roi.column(column, values);
      runs.add(false, roi.firstRow());
      addColumn(values, runs);
      runs.add(false, height - roi.firstRow() - values.length);
    }
    return runs.toMask(width, height);
  }

  private void addColumn(float[] values, ColumnRuns runs) {
    int start = 0;
    while (start < values.length) {
      boolean inside = values[start] > threshold;
      int end = start + 1;
      while (end < values.length && values[end] > threshold == inside) {
        end++;
      }
      runs.add(inside, end - start);
      start = end;
    }
  }
}
