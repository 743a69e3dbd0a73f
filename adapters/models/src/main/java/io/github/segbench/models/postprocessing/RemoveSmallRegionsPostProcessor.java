package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/** Small regions are given to their neighbours or become void; small instances are dropped. */
public final class RemoveSmallRegionsPostProcessor implements PostProcessor {
  private static final String MIN_AREA = "minArea";
  private static final String CONNECTIVITY = "connectivity";
  private static final String FILL = "fill";
  private static final String NEIGHBOUR = "neighbour";
  private static final String VOID = "void";
  private static final String DIAGONAL = "8";

  @Override
  public String id() {
    return "remove-small-regions";
  }

  @Override
  public String description() {
    return "Removes connected regions of few pixels from segmentations of every task.";
  }

  /**
   * The default area and connectivity are those of scikit-image's {@code
   * morphology.remove_small_objects}.
   */
  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.integer(MIN_AREA, 64L, 1, "Regions of fewer pixels are removed."),
        OptionSpec.choice(
            CONNECTIVITY,
            "4",
            List.of("4", DIAGONAL),
            "Pixels are connected with 4 neighbours side by side, or with all 8."),
        OptionSpec.choice(
            FILL,
            NEIGHBOUR,
            List.of(NEIGHBOUR, VOID),
            "What semantic and panoptic regions become: part of the neighbour with the longest"
                + " common border, or void."));
  }

  @Override
  public PostProcessing forModel(ModelSpec model, Options options) {
    return new SmallRegionRemoval(
        new SmallRegions(
            (int) Math.min(Integer.MAX_VALUE, options.integer(MIN_AREA)),
            options.string(CONNECTIVITY).equals(DIAGONAL),
            options.string(FILL).equals(NEIGHBOUR)),
        model.labels().voidId());
  }
}
