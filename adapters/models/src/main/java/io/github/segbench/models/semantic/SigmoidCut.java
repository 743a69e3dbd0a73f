package io.github.segbench.models.semantic;

/**
 * The cut between background and foreground: foreground is where the probability is higher than the
 * threshold. Logits are compared as logits; their probability is made to lie on the same side.
 */
final class SigmoidCut {
  private final boolean logits;
  private final float threshold;
  private final float highestOfBackground;

  /**
   * @param logits whether scores are logits or probabilities
   * @param threshold of the probability, more than 0 and less than 1
   */
  SigmoidCut(boolean logits, double threshold) {
    this.logits = logits;
    this.threshold = (float) threshold;
    this.highestOfBackground =
        logits ? (float) Math.log(threshold / (1 - threshold)) : this.threshold;
  }

  boolean logits() {
    return logits;
  }

  /** Whether a score is that of the foreground. */
  boolean isForeground(float score) {
    return score > highestOfBackground;
  }

  /** Whether a probability, as {@link #probability} gives it or refined, is the foreground's. */
  boolean isForegroundProbability(float probability) {
    return probability > threshold;
  }

  /** The probability of the foreground, on the score's side of the threshold. */
  float probability(float score) {
    if (!logits) {
      return score;
    }
    float probability = (float) (1 / (1 + Math.exp(-(double) score)));
    return isForeground(score)
        ? Math.max(probability, Math.nextUp(threshold))
        : Math.min(probability, threshold);
  }
}
