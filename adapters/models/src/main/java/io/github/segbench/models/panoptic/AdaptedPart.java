package io.github.segbench.models.panoptic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a model: its tensors are those whose names begin with the part's name and a slash, its
 * categories are brought to those of the whole.
 */
record AdaptedPart(String name, ModelAdapter adapter, LabelMapping mapping) {

  ModelInput preprocess(RgbImage image) {
    return adapter.preprocess(List.of(image));
  }

  /** Adds tensors of the part, under their names in the whole. */
  void addTo(Map<String, Tensor> whole, Map<String, Tensor> ofPart) {
    ofPart.forEach((tensor, value) -> whole.put(prefix() + tensor, value));
  }

  Segmentations postprocess(Map<String, Tensor> whole, ImageGeometry geometry) {
    Map<String, Tensor> own = new HashMap<>();
    whole.forEach(
        (tensor, value) -> {
          if (tensor.startsWith(prefix())) {
            own.put(tensor.substring(prefix().length()), value);
          }
        });
    return mapping.apply(adapter.postprocess(own, List.of(geometry)).get(0));
  }

  private String prefix() {
    return name + "/";
  }
}
