package io.github.segbench.models.postprocessing;

import java.util.Arrays;

/**
 * A Gaussian filter of values at points of a space of few dimensions, in time linear in the points:
 * values are splatted on the permutohedral lattice, blurred along its axes and sliced out again. An
 * approximation of {@code out_i = c sum_j exp(-|p_i - p_j|^2 / 2) in_j}; the factor c goes when the
 * result is divided by that of ones.
 *
 * <p>Source: Adams, Baek, Davis: Fast High-Dimensional Filtering Using the Permutohedral Lattice,
 * Eurographics 2010. Safe to use from many threads.
 */
final class PermutohedralLattice {
  private final int axes;
  private final int points;
  private final int vertices;
  private final int[] vertexOf;
  private final float[] weightOf;
  private final int[] before;
  private final int[] after;

  /**
   * @param features {@code [points, dimension]}, in standard deviations of the filter
   */
  PermutohedralLattice(float[] features, int dimension) {
    axes = dimension + 1;
    points = features.length / dimension;
    vertexOf = new int[points * axes];
    weightOf = new float[points * axes];
    LatticeKeys keys = new LatticeKeys(dimension);
    LatticeSimplex simplex = new LatticeSimplex(dimension);
    int[] key = new int[dimension];
    for (int point = 0; point < points; point++) {
      simplex.enclose(features, point * dimension);
      for (int vertex = 0; vertex < axes; vertex++) {
        simplex.key(vertex, key);
        vertexOf[point * axes + vertex] = keys.findOrAdd(key);
        weightOf[point * axes + vertex] = simplex.weight(vertex);
      }
    }
    vertices = keys.size();
    before = new int[Math.multiplyExact(axes, vertices)];
    after = new int[before.length];
    findNeighbours(keys, dimension);
  }

  /**
   * Along axis i, a neighbour has d more in coordinate i and 1 less in every other. One that does
   * not exist is the vertex after the last, whose values stay 0.
   */
  private void findNeighbours(LatticeKeys keys, int dimension) {
    int[] key = new int[dimension];
    int[] neighbour = new int[dimension];
    for (int vertex = 0; vertex < vertices; vertex++) {
      keys.read(vertex, key);
      for (int axis = 0; axis < axes; axis++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          for (int i = 0; i < dimension; i++) {
            neighbour[i] = key[i] + sign * (i == axis ? dimension : -1);
          }
          int found = keys.find(neighbour);
          (sign < 0 ? before : after)[axis * vertices + vertex] =
              found == LatticeKeys.ABSENT ? vertices : found;
        }
      }
    }
  }

  /** Number of lattice points that a value was splatted on. */
  int vertices() {
    return vertices;
  }

  /**
   * Filters several values a point.
   *
   * @param in {@code [points, channels]}
   * @param out of the same shape, overwritten; may be {@code in}
   */
  void filter(float[] in, float[] out, int channels) {
    float[] values = new float[Math.multiplyExact(vertices + 1, channels)];
    splat(in, values, channels);
    float[] blurred = new float[values.length];
    for (int axis = 0; axis < axes; axis++) {
      blur(axis, values, blurred, channels);
      float[] spare = values;
      values = blurred;
      blurred = spare;
    }
    slice(values, out, channels);
  }

  private void splat(float[] in, float[] values, int channels) {
    for (int point = 0; point < points; point++) {
      int from = point * channels;
      for (int i = point * axes; i < (point + 1) * axes; i++) {
        int to = vertexOf[i] * channels;
        float weight = weightOf[i];
        for (int channel = 0; channel < channels; channel++) {
          values[to + channel] += weight * in[from + channel];
        }
      }
    }
  }

  /** By the kernel 1/2, 1, 1/2. */
  private void blur(int axis, float[] values, float[] blurred, int channels) {
    for (int vertex = 0; vertex < vertices; vertex++) {
      int at = vertex * channels;
      int low = before[axis * vertices + vertex] * channels;
      int high = after[axis * vertices + vertex] * channels;
      for (int channel = 0; channel < channels; channel++) {
        blurred[at + channel] =
            values[at + channel] + 0.5f * (values[low + channel] + values[high + channel]);
      }
    }
  }

  private void slice(float[] values, float[] out, int channels) {
    // What a constant gains where every vertex has its neighbours: a factor 2 an axis, and the
    // corners of the blurred simplex that belong to it.
    float gain = 1 / (1 + (float) Math.pow(2, 1 - axes));
    Arrays.fill(out, 0, points * channels, 0);
    for (int point = 0; point < points; point++) {
      int to = point * channels;
      for (int i = point * axes; i < (point + 1) * axes; i++) {
        int from = vertexOf[i] * channels;
        float weight = weightOf[i] * gain;
        for (int channel = 0; channel < channels; channel++) {
          out[to + channel] += weight * values[from + channel];
        }
      }
    }
  }
}
