package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.ArrayList;
import java.util.List;

/** Scaled images: the network sees the image at several sizes, and the scores are averaged. */
public final class MultiScalePostProcessor implements PostProcessor {
  private static final String SCALES = "scales";
  private static final String FLIP = "flip";

  /** Larger ones are mistakes, such as a size in pixels. */
  private static final double LARGEST_SCALE = 16;

  @Override
  public String id() {
    return "multi-scale";
  }

  @Override
  public String description() {
    return "Runs the network on the image at several sizes, and averages the class scores.";
  }

  /** The default scales are those of DeepLab: Chen et al., PAMI 2017, section 4.1. */
  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.strings(
            SCALES, List.of("0.5", "0.75", "1"), "Factors of both sides of the network's input."),
        OptionSpec.bool(FLIP, false, "Each size is also seen with left and right changed."),
        StepOptions.multiple(),
        StepOptions.average());
  }

  @Override
  public PostProcessing forModel(ModelSpec model, Options options) {
    List<View> views = new ArrayList<>();
    for (String text : options.strings(SCALES)) {
      views.addAll(FlipPostProcessor.views(scale(model, text), options.bool(FLIP), false));
    }
    if (views.isEmpty()) {
      throw StepOptions.problem(model, id(), "scales is empty, expected at least one number");
    }
    return new AveragedViews(
        model,
        views,
        StepOptions.multiple(model, options),
        StepOptions.averagesProbabilities(options));
  }

  private double scale(ModelSpec model, String text) {
    double scale;
    try {
      scale = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      scale = Double.NaN;
    }
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
      throw StepOptions.problem(
          model, id(), "scale '" + text + "', expected a number above 0 and up to 16");
    }
    return scale;
  }
}
