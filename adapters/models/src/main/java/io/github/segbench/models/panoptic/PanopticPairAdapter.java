package io.github.segbench.models.panoptic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adapter of a detector and a semantic network for one image at a time; it gives all three
 * tasks. Its geometries are the detector's and the semantic network's.
 */
final class PanopticPairAdapter implements ModelAdapter {
  private final String model;
  private final LabelSet labels;
  private final AdaptedPart instance;
  private final AdaptedPart semantic;
  private final HeuristicMerge merge;

  PanopticPairAdapter(ModelSpec spec, AdaptedPart instance, AdaptedPart semantic) {
    this.model = spec.id();
    this.labels = spec.labels();
    this.instance = instance;
    this.semantic = semantic;
    this.merge = HeuristicMerge.of(spec.options());
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE, SegmentationTask.PANOPTIC);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    if (images.size() != 1) {
      throw new ModelException(
          "model " + model + ": a batch of " + images.size() + " images, expected 1");
    }
    ModelInput first = instance.preprocess(images.get(0));
    boolean complete = false;
    try {
      ModelInput second = semantic.preprocess(images.get(0));
      complete = true;
      return joined(first, second);
    } finally {
      if (!complete) {
        first.close();
      }
    }
  }

  private ModelInput joined(ModelInput first, ModelInput second) {
    Map<String, Tensor> tensors = new HashMap<>();
    instance.addTo(tensors, first.tensors());
    semantic.addTo(tensors, second.tensors());
    return new ModelInput(
        tensors,
        List.of(first.geometries().get(0), second.geometries().get(0)),
        () -> {
          first.close();
          second.close();
        });
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    if (geometries.size() != 2) {
      throw new ModelException(
          "model " + model + ": " + geometries.size() + " geometries, expected one for each part");
    }
    InstanceSegmentation objects =
        instance.postprocess(outputs, geometries.get(0)).instance().orElseThrow();
    SemanticSegmentation map =
        semantic.postprocess(outputs, geometries.get(1)).semantic().orElseThrow();
    return List.of(Segmentations.of(map, objects, merge.merge(map.labels(), objects, labels)));
  }
}
