package io.github.segbench.datasets.shapes;

import java.util.function.DoubleUnaryOperator;

/**
 * Value noise on the pixels of an image, fast when it is asked for row by row.
 *
 * <p>The pixels of a row lie between two rows of the lattice. Those two are interpolated along x
 * once and kept for all the rows of pixels between them.
 */
final class NoiseGrid {
  private final ValueNoise noise;
  private final int[] columns;
  private final double[] fadesX;
  private final int[] rows;
  private final double[] fadesY;
  private double[] upper;
  private double[] lower;
  private int pixelRow = -1;
  private int latticeRow = Integer.MIN_VALUE;
  private double fadeY;

  /**
   * @param size width and height of the image in pixels
   * @param alongX the noise's x of a pixel column
   * @param alongY the noise's y of a pixel row
   */
  NoiseGrid(ValueNoise noise, int size, DoubleUnaryOperator alongX, DoubleUnaryOperator alongY) {
    this.noise = noise;
    this.columns = new int[size];
    this.fadesX = new double[size];
    this.rows = new int[size];
    this.fadesY = new double[size];
    this.upper = new double[size];
    this.lower = new double[size];
    locate(alongX, columns, fadesX);
    locate(alongY, rows, fadesY);
  }

  private static void locate(DoubleUnaryOperator along, int[] cells, double[] fades) {
    for (int i = 0; i < cells.length; i++) {
      double position = along.applyAsDouble(i);
      cells[i] = (int) Math.floor(position);
      fades[i] = ValueNoise.fade(position - cells[i]);
    }
  }

  /** The noise at a pixel. */
  double at(int x, int y) {
    if (y != pixelRow) {
      moveTo(y);
    }
    return ValueNoise.down(upper[x], lower[x], fadeY);
  }

  private void moveTo(int y) {
    int row = rows[y];
    if (row == latticeRow + 1) {
      double[] spare = upper;
      upper = lower;
      lower = spare;
      interpolate(row + 1, lower);
    } else if (row != latticeRow) {
      interpolate(row, upper);
      interpolate(row + 1, lower);
    }
    latticeRow = row;
    pixelRow = y;
    fadeY = fadesY[y];
  }

  private void interpolate(int row, double[] line) {
    int column = columns[0];
    double left = noise.lattice(column, row);
    double right = noise.lattice(column + 1, row);
    for (int x = 0; x < line.length; x++) {
      if (columns[x] != column) {
        left = columns[x] == column + 1 ? right : noise.lattice(columns[x], row);
        column = columns[x];
        right = noise.lattice(column + 1, row);
      }
      line[x] = ValueNoise.across(left, right, fadesX[x]);
    }
  }
}
