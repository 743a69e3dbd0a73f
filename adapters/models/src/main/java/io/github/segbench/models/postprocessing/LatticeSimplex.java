package io.github.segbench.models.postprocessing;

/**
 * The simplex of the permutohedral lattice around a point, and the point's barycentric coordinates
 * in it. One object is used for many points.
 *
 * <p>Source: Adams, Baek, Davis: Fast High-Dimensional Filtering Using the Permutohedral Lattice,
 * Eurographics 2010, section 3.
 */
final class LatticeSimplex {
  private final int dimension;
  private final double[] scale;
  private final double[] elevated;
  private final int[] origin;
  private final int[] rank;
  private final double[] barycentric;

  /**
   * @param dimension of the points
   */
  LatticeSimplex(int dimension) {
    this.dimension = dimension;
    this.scale = new double[dimension];
    this.elevated = new double[dimension + 1];
    this.origin = new int[dimension + 1];
    this.rank = new int[dimension + 1];
    this.barycentric = new double[dimension + 2];
    // Splatting, blurring and slicing together blur by a variance of 2/3 (d + 1)^2 lattice units.
    double unit = Math.sqrt(2.0 / 3) * (dimension + 1);
    for (int i = 0; i < dimension; i++) {
      scale[i] = unit / Math.sqrt((i + 1.0) * (i + 2.0));
    }
  }

  /**
   * Finds the simplex of a point.
   *
   * @param points {@code [n, dimension]}, in standard deviations of the filter
   * @param start of the point
   */
  void enclose(float[] points, int start) {
    elevate(points, start);
    int coordinates = dimension + 1;
    int sum = 0;
    for (int i = 0; i < coordinates; i++) {
      int rounded = (int) Math.rint(elevated[i] / coordinates);
      origin[i] = rounded * coordinates;
      sum += rounded;
    }
    rankDifferences();
    for (int i = 0; i < coordinates; i++) {
      rank[i] += sum;
      if (rank[i] < 0) {
        rank[i] += coordinates;
        origin[i] += coordinates;
      } else if (rank[i] > dimension) {
        rank[i] -= coordinates;
        origin[i] -= coordinates;
      }
    }
    findCoordinates();
  }

  /** Onto the hyperplane where coordinates add up to 0. */
  private void elevate(float[] points, int start) {
    double sum = 0;
    for (int i = dimension; i > 0; i--) {
      double coordinate = points[start + i - 1] * scale[i - 1];
      elevated[i] = sum - i * coordinate;
      sum += coordinate;
    }
    elevated[0] = sum;
  }

  /** Coordinates by their distance from the rounded ones, the furthest first. */
  private void rankDifferences() {
    for (int i = 0; i <= dimension; i++) {
      rank[i] = 0;
    }
    for (int i = 0; i < dimension; i++) {
      double difference = elevated[i] - origin[i];
      for (int j = i + 1; j <= dimension; j++) {
        if (difference < elevated[j] - origin[j]) {
          rank[i]++;
        } else {
          rank[j]++;
        }
      }
    }
  }

  private void findCoordinates() {
    for (int i = 0; i < barycentric.length; i++) {
      barycentric[i] = 0;
    }
    for (int i = 0; i <= dimension; i++) {
      double share = (elevated[i] - origin[i]) / (dimension + 1);
      barycentric[dimension - rank[i]] += share;
      barycentric[dimension + 1 - rank[i]] -= share;
    }
    barycentric[0] += 1 + barycentric[dimension + 1];
  }

  /** The point's weight at a vertex of the simplex, 0 to {@code dimension}. */
  float weight(int vertex) {
    return (float) barycentric[vertex];
  }

  /** The first {@code dimension} coordinates of a vertex; the last follows from them. */
  void key(int vertex, int[] key) {
    for (int i = 0; i < dimension; i++) {
      key[i] = origin[i] + (rank[i] <= dimension - vertex ? vertex : vertex - dimension - 1);
    }
  }
}
