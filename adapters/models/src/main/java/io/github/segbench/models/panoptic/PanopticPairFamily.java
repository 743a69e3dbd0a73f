package io.github.segbench.models.panoptic;

import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Pairs of a detector and a semantic network, each of any family, joined by {@link HeuristicMerge}:
 * the baseline of Kirillov et al., "Panoptic Segmentation", CVPR 2019.
 */
public final class PanopticPairFamily implements ModelFamily {
  static final String INSTANCE = "instance";
  static final String SEMANTIC = "semantic";

  @Override
  public String id() {
    return "panoptic-pair";
  }

  @Override
  public String description() {
    return "A detector and a semantic network, such as Mask R-CNN and FCN, merged heuristically.";
  }

  @Override
  public List<OptionSpec> options() {
    return HeuristicMerge.options();
  }

  @Override
  public List<String> parts() {
    return List.of(INSTANCE, SEMANTIC);
  }

  /**
   * @throws ModelException always: a pair has parts
   */
  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    throw new ModelException(
        "model " + spec.id() + ": no parts, expected " + INSTANCE + " and " + SEMANTIC);
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec, Map<String, ModelAdapter> parts) {
    return new PanopticPairAdapter(
        spec,
        part(spec, parts, INSTANCE, SegmentationTask.INSTANCE),
        part(spec, parts, SEMANTIC, SegmentationTask.SEMANTIC));
  }

  private static AdaptedPart part(
      ModelSpec spec, Map<String, ModelAdapter> parts, String name, SegmentationTask task) {
    ModelSpec part = Objects.requireNonNull(spec.parts().get(name), name);
    ModelAdapter adapter = Objects.requireNonNull(parts.get(name), name);
    if (!adapter.tasks().contains(task)) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": part '"
              + name
              + "' is "
              + part.id()
              + ", which does not predict "
              + task.id()
              + " segmentations");
    }
    LabelMapping mapping =
        LabelMapping.between(part.labels(), spec.labels())
            .orElseThrow(
                () ->
                    new ModelException(
                        "model "
                            + spec.id()
                            + ": labels "
                            + part.labels().id()
                            + " of part '"
                            + name
                            + "' have no name in common with labels "
                            + spec.labels().id()));
    return new AdaptedPart(name, adapter, mapping);
  }
}
