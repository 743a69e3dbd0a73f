package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.SegbenchException;

/**
 * An image that cannot be scored, because a segmentation of it contradicts itself or the labels.
 */
public final class MetricException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public MetricException(String message) {
    super(message);
  }
}
