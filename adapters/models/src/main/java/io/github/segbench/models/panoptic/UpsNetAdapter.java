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
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.models.NetworkOutputs;
import io.github.segbench.models.instance.DetectionReader;
import io.github.segbench.models.instance.Detections;
import io.github.segbench.models.instance.InstanceDecoder;
import io.github.segbench.models.instance.PasteRule;
import io.github.segbench.models.instance.PastedRoiMasks;
import io.github.segbench.models.instance.RoiMasks;
import io.github.segbench.models.instance.SingleImage;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import io.github.segbench.models.semantic.ScoreDecoder;
import io.github.segbench.models.semantic.ScoreMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The adapter of networks with a semantic head and a detector; it gives all three tasks. */
final class UpsNetAdapter implements ModelAdapter {
  private static final double MASK_PROBABILITY = 0.5;

  private final String model;
  private final String semanticOutput;
  private final String masksOutput;
  private final LabelSet labels;
  private final ImagePreprocessor preprocessor;
  private final DetectionReader reader;
  private final ScoreDecoder semanticDecoder;
  private final InstanceDecoder instanceDecoder;
  private final PanopticDecoder panopticDecoder;

  UpsNetAdapter(
      ModelSpec spec, String semanticOutput, String masksOutput, PanopticThresholds thresholds) {
    this.model = spec.id();
    this.semanticOutput = semanticOutput;
    this.masksOutput = masksOutput;
    this.labels = spec.labels();
    this.preprocessor = new ImagePreprocessor(model, spec.preprocessing());
    this.reader = new DetectionReader(spec);
    this.semanticDecoder = new ScoreDecoder(semanticOutput, Layout.NCHW, spec.labels());
    this.instanceDecoder =
        new InstanceDecoder(
            spec.labels(),
            PastedRoiMasks.ofLogits(
                masksOutput,
                spec.labels().things().size(),
                PasteRule.PIXEL_CENTRE,
                MASK_PROBABILITY));
    this.panopticDecoder = new PanopticDecoder(spec.labels(), thresholds);
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
    ScoreMap logits = new ScoreMap(semanticLogits(named, geometry), Layout.NCHW, 0);
    LabelMap map = semanticDecoder.decode(named, geometries).get(0);
    Detections detections = reader.read(named);
    InstanceSegmentation instances =
        instanceDecoder.decode(named, detections.rowCount(), detections.byScore(), geometry);
    RoiMasks masks =
        RoiMasks.read(named, masksOutput, detections.rowCount(), labels.things().size());
    PanopticSegmentation panoptic =
        panopticDecoder.decode(logits, detections.byScore(), masks, geometry);
    return List.of(Segmentations.of(new SemanticSegmentation(map), instances, panoptic));
  }

  private Tensor semanticLogits(NetworkOutputs outputs, ImageGeometry geometry) {
    int height = geometry.inputHeight();
    int width = geometry.inputWidth();
    String shape = "[1, " + labels.size() + ", " + height + ", " + width + "]";
    Tensor logits = outputs.floats(semanticOutput, shape);
    boolean fits =
        logits.rank() == 4
            && logits.dimension(0) == 1
            && logits.dimension(2) == height
            && logits.dimension(3) == width;
    if (!fits) {
      throw outputs.mismatch(semanticOutput, logits, "FLOAT32" + shape);
    }
    if (logits.dimension(1) != labels.size()) {
      throw outputs.wrongChannels(semanticOutput, logits, logits.dimension(1), labels);
    }
    return logits;
  }
}
