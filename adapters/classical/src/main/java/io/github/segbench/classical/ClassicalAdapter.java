package io.github.segbench.classical;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The adapter of a classical method: the input is the image's pixels, uint8 {@code [1, h, w, 3]},
 * the output the number of each pixel's segment, int32 {@code [1, h, w]}.
 */
final class ClassicalAdapter implements ModelAdapter {
  static final String IMAGE = "image";
  static final String SEGMENTS = "segments";

  private final String model;
  private final Segmenter segmenter;
  private final SegmentMatching matching;

  ClassicalAdapter(String model, Segmenter segmenter, SegmentMatching matching) {
    this.model = model;
    this.segmenter = segmenter;
    this.matching = matching;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public Optional<SegmentMatching> matching() {
    return Optional.of(matching);
  }

  @Override
  public InferenceSession ownSession() {
    return new ClassicalSession(segmenter);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    if (images.size() != 1) {
      throw new ModelException("model " + model + " takes 1 image at a time, not " + images.size());
    }
    RgbImage image = images.get(0);
    int width = image.width();
    int height = image.height();
    Tensor pixels = Tensor.allocate(ElementType.UINT8, 1, height, width, RgbImage.CHANNELS);
    pixels.bytes().put(image.pixels());
    ImageGeometry geometry = new ImageGeometry(width, height, width, height, width, height);
    return new ModelInput(Map.of(IMAGE, pixels), List.of(geometry), () -> {});
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    ImageGeometry geometry = geometries.get(0);
    Tensor segments = outputs.get(SEGMENTS);
    int width = geometry.originalWidth();
    int height = geometry.originalHeight();
    String expected = "INT32[1, " + height + ", " + width + "]";
    if (segments == null || !segments.toString().equals(expected)) {
      throw new ModelException(
          "model "
              + model
              + ": output '"
              + SEGMENTS
              + "' is "
              + (segments == null ? "missing" : segments)
              + ", expected "
              + expected);
    }
    IntBuffer numbers = segments.ints();
    short[] labels = new short[numbers.remaining()];
    for (int i = 0; i < labels.length; i++) {
      int number = numbers.get(i);
      if (number < 0 || number > LabelSet.MAX_ID) {
        throw new ModelException(
            "model "
                + model
                + " made a segment number "
                + number
                + ", expected at most "
                + (LabelSet.MAX_ID + 1)
                + " segments: choose options that make larger ones");
      }
      labels[i] = (short) number;
    }
    return List.of(Segmentations.of(new SemanticSegmentation(new LabelMap(width, height, labels))));
  }
}
