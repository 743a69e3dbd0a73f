package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/** The options that all semantic families share. */
final class SemanticOptions {
  private static final String OUTPUT = "output";
  private static final String KIND = "kind";
  private static final String OUTPUT_LAYOUT = "outputLayout";
  private static final String ARGMAX = "argmax";

  private SemanticOptions() {}

  static List<OptionSpec> specs() {
    return List.of(
        OptionSpec.string(OUTPUT, "logits", "Name of the network's output."),
        OptionSpec.choice(
            KIND,
            "logits",
            List.of("logits", "probabilities", ARGMAX),
            "What the output holds: float32 scores of each class, or the index of the best class."),
        OptionSpec.choice(
            OUTPUT_LAYOUT,
            Layout.NCHW.name(),
            List.of(Layout.NCHW.name(), Layout.NHWC.name()),
            "Order of the output's dimensions."));
  }

  /** The decoder that a model's options ask for. */
  static SemanticDecoder decoder(ModelSpec spec) {
    Options options = spec.options();
    String output = options.string(OUTPUT);
    Layout layout = Layout.valueOf(options.string(OUTPUT_LAYOUT));
    return options.string(KIND).equals(ARGMAX)
        ? new IndexDecoder(output, layout == Layout.NCHW ? 1 : 3, spec.labels())
        : new ScoreDecoder(output, layout, spec.labels());
  }
}
