package io.github.segbench.models.instance;

/**
 * A RoI mask stretched over its box in an image, read column by column; separable bilinear, along y
 * first. Pixels that the rule does not reach have no value. One thread uses it at a time.
 */
public final class PastedRoi {
  private final PasteAxis horizontal;
  private final PasteAxis vertical;

  /** Sample columns at the image's rows, {@code [sample column][row that the mask reaches]}. */
  private final float[][] stretched;

  /**
   * By the rule {@link PasteRule#PIXEL_CENTRE}.
   *
   * @param samples {@code [size, size]} row-major: probabilities or logits
   * @param box in pixels of the image
   * @param width of the image
   */
  public PastedRoi(float[] samples, int size, Box box, int width, int height) {
    this(PasteRule.PIXEL_CENTRE, samples, size, box, width, height);
  }

  /** The same by another rule. */
  PastedRoi(PasteRule rule, float[] samples, int size, Box box, int width, int height) {
    this.horizontal = rule.axis(box.left(), box.right(), size, width);
    this.vertical = rule.axis(box.top(), box.bottom(), size, height);
    this.stretched = new float[size][vertical.count()];
    for (int column = 0; column < size; column++) {
      for (int i = 0; i < vertical.count(); i++) {
        stretched[column][i] =
            vertical.lowerWeight(i) * samples[vertical.lower(i) * size + column]
                + vertical.upperWeight(i) * samples[vertical.upper(i) * size + column];
      }
    }
  }

  /** The first column of the image that the mask reaches. */
  public int firstColumn() {
    return horizontal.first();
  }

  public int columnCount() {
    return horizontal.count();
  }

  /** The first row of the image that the mask reaches. */
  public int firstRow() {
    return vertical.first();
  }

  public int rowCount() {
    return vertical.count();
  }

  /**
   * Computes the values of one column.
   *
   * @param column 0 to {@link #columnCount()} - 1
   * @param values of {@link #rowCount()} pixels from {@link #firstRow()} on
   */
  public void column(int column, float[] values) {
    blend(
        stretched[horizontal.lower(column)],
        stretched[horizontal.upper(column)],
        horizontal.lowerWeight(column),
        horizontal.upperWeight(column),
        values);
  }

  private static void blend(
      float[] left, float[] right, float leftWeight, float rightWeight, float[] values) {
    for (int i = 0; i < left.length; i++) {
      values[i] = leftWeight * left[i] + rightWeight * right[i];
    }
  }
}
