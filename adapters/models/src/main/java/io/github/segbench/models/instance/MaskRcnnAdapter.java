package io.github.segbench.models.instance;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
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
  private final boolean inOriginalPixels;
  private final DetectionReader reader;
  private final DetectionFilter filter;
  private final InstanceDecoder decoder;

  /**
   * @param inOriginalPixels whether boxes and pasted masks lie in the original image; else in the
   *     network's input
   */
  MaskRcnnAdapter(
      String model,
      ImagePreprocessor preprocessor,
      boolean inOriginalPixels,
      DetectionReader reader,
      DetectionFilter filter,
      InstanceDecoder decoder) {
    this.model = model;
    this.preprocessor = preprocessor;
    this.inOriginalPixels = inOriginalPixels;
    this.reader = reader;
    this.filter = filter;
    this.decoder = decoder;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.INSTANCE);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return preprocessor.input(images);
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    ImageGeometry image = SingleImage.of(model, geometries);
    ImageGeometry geometry = inOriginalPixels ? unscaled(image) : image;
    NetworkOutputs named = new NetworkOutputs(model, outputs);
    Detections detections = reader.read(named);
    List<Detection> chosen = filter.apply(detections.byScore());
    return List.of(
        Segmentations.of(decoder.decode(named, detections.rowCount(), chosen, geometry)));
  }

  private static ImageGeometry unscaled(ImageGeometry image) {
    int width = image.originalWidth();
    int height = image.originalHeight();
    return new ImageGeometry(width, height, width, height, width, height);
  }
}
