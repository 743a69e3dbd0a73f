package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.models.NetworkOutputs;
import java.util.List;

/** From a network's outputs to a label map for each image of the batch. */
interface SemanticDecoder {
  List<LabelMap> decode(NetworkOutputs outputs, List<ImageGeometry> geometries);
}
