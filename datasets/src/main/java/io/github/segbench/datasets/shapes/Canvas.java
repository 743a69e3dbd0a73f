package io.github.segbench.datasets.shapes;

/**
 * A scene while it is painted: colour planes in linear steps around {@code [0, 1]}, and the label
 * and instance number of each pixel, all {@code [size, size]} row-major.
 */
final class Canvas {
  final int size;
  final double[][] planes;
  final byte[] semantic;
  final byte[] instances;

  Canvas(int size) {
    this.size = size;
    this.planes = new double[3][size * size];
    this.semantic = new byte[size * size];
    this.instances = new byte[size * size];
  }

  /** The size in units of the 128 pixels that lengths are given for. */
  double scale() {
    return size / 128.0;
  }

  /** The nearest coordinate on the canvas. */
  int clamp(int coordinate) {
    return coordinate < 0 ? 0 : Math.min(coordinate, size - 1);
  }

  /** Gives a pixel a colour, brighter or darker by a shade, and a label. */
  void paint(int pixel, double[] colour, double shade, int label) {
    planes[0][pixel] = colour[0] + shade;
    planes[1][pixel] = colour[1] + shade;
    planes[2][pixel] = colour[2] + shade;
    semantic[pixel] = (byte) label;
  }

  /** Lays a colour over a pixel, of which it covers the share {@code opacity}. */
  void blend(int pixel, double[] colour, double shade, double opacity) {
    for (int i = 0; i < planes.length; i++) {
      double[] plane = planes[i];
      plane[pixel] = plane[pixel] * (1 - opacity) + opacity * (colour[i] + shade);
    }
  }

  void darken(int pixel, double factor) {
    for (double[] plane : planes) {
      plane[pixel] *= factor;
    }
  }

  /** Limits a colour value to {@code [0, 1]}. */
  static double clamp(double value) {
    return value < 0 ? 0 : value > 1 ? 1 : value;
  }
}
