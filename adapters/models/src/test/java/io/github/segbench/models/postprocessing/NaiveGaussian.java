package io.github.segbench.models.postprocessing;

/** The filter that the lattice approximates: every point is weighed against every other. */
final class NaiveGaussian {
  private final float[] features;
  private final int dimension;

  NaiveGaussian(float[] features, int dimension) {
    this.features = features;
    this.dimension = dimension;
  }

  int points() {
    return features.length / dimension;
  }

  double kernel(int point, int other) {
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      double difference = features[point * dimension + i] - features[other * dimension + i];
      squares += difference * difference;
    }
    return Math.exp(-squares / 2);
  }

  /** {@code [points, channels]}. */
  double[] filter(float[] in, int channels) {
    double[] out = new double[in.length];
    for (int point = 0; point < points(); point++) {
      for (int other = 0; other < points(); other++) {
        double weight = kernel(point, other);
        for (int channel = 0; channel < channels; channel++) {
          out[point * channels + channel] += weight * in[other * channels + channel];
        }
      }
    }
    return out;
  }
}
