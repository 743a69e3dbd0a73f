package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * Mirrored images: the network sees the image as it is and mirrored, and the scores are averaged.
 */
public final class FlipPostProcessor implements PostProcessor {
  private static final String HORIZONTAL = "horizontal";
  private static final String VERTICAL = "vertical";

  @Override
  public String id() {
    return "flip";
  }

  @Override
  public String description() {
    return "Runs the network on the image and its mirror images, and averages the class scores.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.bool(HORIZONTAL, true, "Left and right change places."),
        OptionSpec.bool(
            VERTICAL, false, "Top and bottom change places; with horizontal there are four views."),
        StepOptions.average());
  }

  @Override
  public PostProcessing forModel(ModelSpec model, Options options) {
    boolean horizontal = options.bool(HORIZONTAL);
    boolean vertical = options.bool(VERTICAL);
    if (!horizontal && !vertical) {
      throw StepOptions.problem(
          model, id(), "horizontal and vertical are both false, expected one that is true");
    }
    return new AveragedViews(
        model,
        views(1, horizontal, vertical),
        model.preprocessing().padMultiple(),
        StepOptions.averagesProbabilities(options));
  }

  /** An image at a scale, as it is and mirrored in every way that is asked for. */
  static List<View> views(double scale, boolean horizontal, boolean vertical) {
    List<View> views = new ArrayList<>(List.of(new View(scale, false, false)));
    if (horizontal) {
      views.add(new View(scale, true, false));
    }
    if (vertical) {
      views.add(new View(scale, false, true));
    }
    if (horizontal && vertical) {
      views.add(new View(scale, true, true));
    }
    return views;
  }
}
