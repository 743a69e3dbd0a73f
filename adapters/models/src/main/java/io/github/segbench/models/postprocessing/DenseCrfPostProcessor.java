package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/** Dense CRFs: class scores are smoothed along the edges of the image. */
public final class DenseCrfPostProcessor implements PostProcessor {
  private static final String ITERATIONS = "iterations";
  private static final String SMOOTHNESS_WEIGHT = "smoothnessWeight";
  private static final String SMOOTHNESS_PIXELS = "smoothnessPixels";
  private static final String APPEARANCE_WEIGHT = "appearanceWeight";
  private static final String APPEARANCE_PIXELS = "appearancePixels";
  private static final String APPEARANCE_COLOUR = "appearanceColour";

  @Override
  public String id() {
    return "dense-crf";
  }

  @Override
  public String description() {
    return "Refines class scores by a fully connected CRF on places and colours, in mean field.";
  }

  /** The defaults are those of the example in the README of lucasb-eyer/pydensecrf. */
  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer(ITERATIONS, 5L, 1, "Iterations of mean field."),
        OptionSpec.number(
            SMOOTHNESS_WEIGHT, 3.0, 0, "Weight of the kernel on places; 0 leaves it out."),
        OptionSpec.number(
            SMOOTHNESS_PIXELS, 3.0, 0, "Its standard deviation, in pixels of the image."),
        OptionSpec.number(
            APPEARANCE_WEIGHT,
            10.0,
            0,
            "Weight of the kernel on places and colours; 0 leaves it out."),
        OptionSpec.number(
            APPEARANCE_PIXELS, 80.0, 0, "Its standard deviation in pixels of the image."),
        OptionSpec.number(
            APPEARANCE_COLOUR, 13.0, 0, "Its standard deviation in each colour, of 0..255."));
  }

  @Override
  public PostProcessing forModel(ModelSpec model, Options options) {
    for (String name : List.of(SMOOTHNESS_PIXELS, APPEARANCE_PIXELS, APPEARANCE_COLOUR)) {
      if (!(options.number(name) > 0)) {
        throw StepOptions.problem(
            model, id(), name + " is " + options.number(name) + ", expected more than 0");
      }
    }
    return new DenseCrf(
        new CrfSettings(
            Math.toIntExact(options.integer(ITERATIONS)),
            options.number(SMOOTHNESS_WEIGHT),
            options.number(SMOOTHNESS_PIXELS),
            options.number(APPEARANCE_WEIGHT),
            options.number(APPEARANCE_PIXELS),
            options.number(APPEARANCE_COLOUR)));
  }
}
