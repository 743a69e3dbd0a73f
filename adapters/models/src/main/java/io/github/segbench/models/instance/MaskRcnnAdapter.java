package io.github.segbench.models.instance;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.NetworkOutputs;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The adapter of networks that give boxes, labels, scores and masks. */
final class MaskRcnnAdapter implements ModelAdapter {
  private final String model;
  private final ImagePreprocessor preprocessor;
  private final ExtraInputs extraInputs;
  private final InstanceHead head;

  MaskRcnnAdapter(ModelSpec spec) {
    this.model = spec.id();
    this.preprocessor = new ImagePreprocessor(spec.id(), spec.preprocessing());
    this.extraInputs = new ExtraInputs(spec);
    this.head = new InstanceHead(spec);
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.INSTANCE);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return extraInputs.with(preprocessor.input(images));
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    ImageGeometry geometry = SingleImage.of(model, geometries);
    return List.of(Segmentations.of(head.decode(new NetworkOutputs(model, outputs), geometry)));
  }
}
