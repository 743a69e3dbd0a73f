package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ScoreOutput.Kind;

/** The form in which scores are averaged, and the way there and back from that of the network. */
final class ScoreSpace {
  /** Less than any probability that matters; its logarithm is finite. */
  private static final double LEAST = 1e-30;

  private final Kind kind;
  private final boolean probabilities;

  /**
   * @param kind what the network gives
   * @param probabilities whether probabilities are averaged; else logits are
   */
  ScoreSpace(Kind kind, boolean probabilities) {
    this.kind = kind;
    this.probabilities = probabilities;
  }

  /** Changes a network's scores into those to be averaged, in place. */
  void enter(Planes scores) {
    if (probabilities && kind != Kind.PROBABILITIES) {
      toProbabilities(scores);
    } else if (!probabilities && kind == Kind.PROBABILITIES) {
      toLogits(scores);
    }
  }

  /** Changes averaged scores into what the network would have given, in place. */
  void leave(Planes scores) {
    if (probabilities && kind != Kind.PROBABILITIES) {
      toLogits(scores);
    } else if (!probabilities && kind == Kind.PROBABILITIES) {
      toProbabilities(scores);
    }
  }

  private static void toProbabilities(Planes scores) {
    if (scores.channels() == 1) {
      float[] values = scores.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (1 / (1 + Math.exp(-values[i])));
      }
      return;
    }
    int plane = scores.plane();
    for (int image = 0; image < scores.count(); image++) {
      int start = scores.start(image, 0);
      for (int pixel = start; pixel < start + plane; pixel++) {
        softmax(scores.values(), pixel, plane, scores.channels());
      }
    }
  }

  private static void softmax(float[] values, int first, int step, int count) {
    int end = first + count * step;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = first; i < end; i += step) {
      highest = Math.max(highest, values[i]);
    }
    double sum = 0;
    for (int i = first; i < end; i += step) {
      double exponential = Math.exp(values[i] - highest);
      sum += exponential;
      values[i] = (float) exponential;
    }
    for (int i = first; i < end; i += step) {
      values[i] = (float) (values[i] / sum);
    }
  }

  private static void toLogits(Planes scores) {
    float[] values = scores.values();
    boolean single = scores.channels() == 1;
    for (int i = 0; i < values.length; i++) {
      double logit = Math.log(Math.max(values[i], LEAST));
      values[i] = (float) (single ? logit - Math.log(Math.max(1.0 - values[i], LEAST)) : logit);
    }
  }
}
