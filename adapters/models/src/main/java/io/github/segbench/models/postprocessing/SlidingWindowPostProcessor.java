package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sliding windows: the network sees overlapping windows of its input, and their scores are blended.
 */
public final class SlidingWindowPostProcessor implements PostProcessor {
  static final String ID = "sliding-window";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String OVERLAP = "overlap";
  private static final String BLEND = "blend";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "Runs the network on overlapping windows of its input, and blends the class scores.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer(WIDTH, null, 1, "Of a window, in pixels of the network's input.")
            .asRequired(),
        OptionSpec.integer(HEIGHT, null, 1, "Of a window; its width if not given."),
        OptionSpec.number(
            OVERLAP, 0.5, 0, "Share of a window that the next one covers too, less than 1."),
        OptionSpec.choice(
            BLEND,
            Blend.GAUSSIAN.id(),
            Stream.of(Blend.values()).map(Blend::id).toList(),
            "How windows count where they overlap: alike, less towards their ends, or the nearest"
                + " alone."),
        StepOptions.multiple(),
        StepOptions.average());
  }

  @Override
  public PostProcessing forModel(ModelSpec model, Options options) {
    int width = Math.toIntExact(options.integer(WIDTH));
    int height = options.has(HEIGHT) ? Math.toIntExact(options.integer(HEIGHT)) : width;
    int multiple = StepOptions.multiple(model, options);
    if (width % multiple != 0 || height % multiple != 0) {
      throw StepOptions.problem(
          model,
          ID,
          "a window of "
              + width
              + "x"
              + height
              + ", expected sides that are multiples of "
              + multiple);
    }
    double overlap = options.number(OVERLAP);
    if (!(overlap < 1)) {
      throw StepOptions.problem(model, ID, "overlap is " + overlap + ", expected less than 1");
    }
    return new SlidingWindows(
        model,
        new WindowSettings(
            width,
            height,
            overlap,
            multiple,
            Blend.of(options.string(BLEND)),
            StepOptions.averagesProbabilities(options)));
  }
}
