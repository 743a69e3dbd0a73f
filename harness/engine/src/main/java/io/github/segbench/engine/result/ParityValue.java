package io.github.segbench.engine.result;

import java.util.Locale;
import java.util.Objects;

/**
 * One number of a comparison of two backends.
 *
 * @param image its id
 * @param subject the network's output that was compared, or the task whose labels were
 * @param value infinite where two outputs have no number in common, such as different shapes
 * @param limit that the value is held against
 */
public record ParityValue(
    String image, Measure measure, String subject, double value, double limit) {
  /** What was measured. */
  public enum Measure {
    /** The largest absolute difference of an output's numbers; at most the limit is good. */
    DIFFERENCE,
    /** The fraction of pixels with the same labels; at least the limit is good. */
    AGREEMENT;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ParityValue {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(subject, "subject");
  }

  /** Whether the limit is kept. */
  public boolean passed() {
    return switch (measure) {
      case DIFFERENCE -> value <= limit;
      case AGREEMENT -> value >= limit;
    };
  }
}
