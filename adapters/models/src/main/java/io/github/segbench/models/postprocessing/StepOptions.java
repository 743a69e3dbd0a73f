package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/** The options that steps around a network share. */
final class StepOptions {
  private static final String AVERAGE = "average";
  private static final String PROBABILITIES = "probabilities";
  private static final String LOGITS = "logits";
  private static final String MULTIPLE = "multiple";

  private StepOptions() {}

  static OptionSpec average() {
    return OptionSpec.choice(
        AVERAGE, PROBABILITIES, List.of(PROBABILITIES, LOGITS), "What is averaged at each pixel.");
  }

  static boolean averagesProbabilities(Options options) {
    return options.string(AVERAGE).equals(PROBABILITIES);
  }

  static OptionSpec multiple() {
    return OptionSpec.integer(
        MULTIPLE,
        null,
        1,
        "Sides of inputs are multiples of this; the model's padMultiple if not given.");
  }

  static int multiple(ModelSpec model, Options options) {
    return options.has(MULTIPLE)
        ? Math.toIntExact(options.integer(MULTIPLE))
        : model.preprocessing().padMultiple();
  }

  /** The error for an option that does not fit. */
  static ModelException problem(ModelSpec model, String step, String problem) {
    return new ModelException("model " + model.id() + ": post-processor " + step + ": " + problem);
  }
}
