package io.github.segbench.metrics.evaluation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a single image.
 *
 * @param image position of the image in its split
 * @param value a fraction 0..1; null where it is undefined
 */
public record ImageValue(int image, String metric, @Nullable Double value) {
  public ImageValue {
    Objects.requireNonNull(metric, "metric");
  }
}
