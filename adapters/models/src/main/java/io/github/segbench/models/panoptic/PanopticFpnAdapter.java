package io.github.segbench.models.panoptic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.models.NetworkOutputs;
import io.github.segbench.models.instance.InstanceHead;
import io.github.segbench.models.instance.SingleImage;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import io.github.segbench.models.semantic.ScoreDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adapter of networks whose semantic map and instances are merged; it gives all three tasks.
 */
final class PanopticFpnAdapter implements ModelAdapter {
  private final String model;
  private final LabelSet labels;
  private final ImagePreprocessor preprocessor;
  private final ScoreDecoder semanticHead;
  private final InstanceHead instanceHead;
  private final HeuristicMerge merge;

  PanopticFpnAdapter(ModelSpec spec, String semanticOutput) {
    this.model = spec.id();
    this.labels = spec.labels();
    this.preprocessor = new ImagePreprocessor(model, spec.preprocessing());
    this.semanticHead = new ScoreDecoder(semanticOutput, Layout.NCHW, labels);
    this.instanceHead = new InstanceHead(spec);
    this.merge = HeuristicMerge.of(spec.options());
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE, SegmentationTask.PANOPTIC);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return preprocessor.input(images);
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    ImageGeometry geometry = SingleImage.of(model, geometries);
    NetworkOutputs named = new NetworkOutputs(model, outputs);
    LabelMap map = semanticHead.decode(named, geometries).get(0);
    InstanceSegmentation instances = instanceHead.decode(named, geometry);
    return List.of(
        Segmentations.of(
            new SemanticSegmentation(map), instances, merge.merge(map, instances, labels)));
  }
}
