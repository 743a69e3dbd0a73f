package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoreOutput.Kind;
import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.stream.Stream;

/** The options that all semantic families share. */
final class SemanticOptions {
  static final String OUTPUT = "output";
  static final String KIND = "kind";
  static final String OUTPUT_LAYOUT = "outputLayout";
  private static final String ALIGN_CORNERS = "alignCorners";
  private static final String THRESHOLD = "threshold";

  private SemanticOptions() {}

  /** The options of a family whose networks call their output {@code logits}. */
  static List<OptionSpec> specs() {
    return specs("logits");
  }

  /**
   * @param output the usual name of the output
   */
  static List<OptionSpec> specs(String output) {
    return List.of(
        OptionSpec.string(OUTPUT, output, "Name of the network's output."),
        OptionSpec.choice(
            KIND,
            OutputKind.LOGITS.id(),
            Stream.of(OutputKind.values()).map(OutputKind::id).toList(),
            "What the output holds: float32 scores of each class, the index of the best class, or"
                + " float32 scores of the foreground alone."),
        OptionSpec.choice(
            OUTPUT_LAYOUT,
            Layout.NCHW.name(),
            List.of(Layout.NCHW.name(), Layout.NHWC.name()),
            "Order of the output's dimensions."),
        OptionSpec.bool(
            ALIGN_CORNERS,
            false,
            "Scores are interpolated with aligned corners instead of half-pixel centres."),
        OptionSpec.number(
            THRESHOLD,
            0.5,
            0,
            "Of sigmoid kinds: a pixel is foreground where its probability is higher."));
  }

  /** The decoder that a model's options ask for. */
  static SemanticDecoder decoder(ModelSpec spec) {
    return decoder(spec, OutputArea.WHOLE);
  }

  /** The decoder of an output that covers a part of the input. */
  static SemanticDecoder decoder(ModelSpec spec, OutputArea area) {
    return switch (OutputKind.of(spec.options().string(KIND))) {
      case LOGITS -> scores(spec, Kind.LOGITS, area);
      case PROBABILITIES -> scores(spec, Kind.PROBABILITIES, area);
      case ARGMAX ->
          new IndexDecoder(spec.options().string(OUTPUT), layout(spec), spec.labels(), area);
      case SIGMOID_LOGITS -> sigmoid(spec, Kind.SIGMOID_LOGITS, area);
      case SIGMOID_PROBABILITIES -> sigmoid(spec, Kind.PROBABILITIES, area);
    };
  }

  private static ScoringDecoder scores(ModelSpec spec, Kind kind, OutputArea area) {
    return new ScoreDecoder(output(spec, kind), spec.labels(), upsampling(spec, area));
  }

  private static ScoringDecoder sigmoid(ModelSpec spec, Kind kind, OutputArea area) {
    SigmoidCut cut = new SigmoidCut(kind == Kind.SIGMOID_LOGITS, threshold(spec));
    return new SigmoidDecoder(output(spec, kind), cut, spec.labels(), upsampling(spec, area));
  }

  private static ScoreOutput output(ModelSpec spec, Kind kind) {
    return new ScoreOutput(spec.options().string(OUTPUT), layout(spec), kind);
  }

  static Layout layout(ModelSpec spec) {
    return Layout.valueOf(spec.options().string(OUTPUT_LAYOUT));
  }

  private static UpsampledScores upsampling(ModelSpec spec, OutputArea area) {
    return new UpsampledScores(spec.options().bool(ALIGN_CORNERS), area);
  }

  private static double threshold(ModelSpec spec) {
    double threshold = spec.options().number(THRESHOLD);
    if (!(threshold > 0 && threshold < 1)) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": threshold is "
              + threshold
              + ", expected more than 0 and less than 1");
    }
    if (spec.labels().size() != 2) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": labels "
              + spec.labels().id()
              + " have "
              + spec.labels().size()
              + " categories, expected 2 for an output of kind "
              + spec.options().string(KIND)
              + ": background, then foreground");
    }
    return threshold;
  }
}
