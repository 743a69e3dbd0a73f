package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.SegbenchException;

/**
 * An image that cannot be scored, because its segmentations contradict themselves, one another or
 * the labels. The message does not name the image; who adds it knows its name.
 */
public final class MetricException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public MetricException(String message) {
    super(message);
  }
}
