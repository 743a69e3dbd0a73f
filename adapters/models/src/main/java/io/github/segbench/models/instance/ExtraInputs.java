package io.github.segbench.models.instance;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inputs beside the image that tell a network what was done to it, float32.
 *
 * <p>Source: PaddleDetection, {@code deploy/EXPORT_MODEL_en.md} ({@code im_shape}, {@code
 * scale_factor}); py-faster-rcnn ({@code im_info}).
 */
final class ExtraInputs {
  private static final String OPTION = "extraInputs";

  private final Map<String, Content> contents = new LinkedHashMap<>();

  /**
   * @throws ModelException if a content is not known
   */
  ExtraInputs(ModelSpec spec) {
    Options options = spec.options();
    if (!options.has(OPTION)) {
      return;
    }
    options
        .map(OPTION)
        .forEach((name, content) -> contents.put(name, Content.of(spec.id(), name, content)));
  }

  static OptionSpec option() {
    return OptionSpec.map(
        OPTION,
        "What the network takes beside the image, by name: size [1, 2], scale [1, 2] or info [1,"
            + " 3].");
  }

  /** The image's input and these. */
  ModelInput with(ModelInput image) {
    if (contents.isEmpty()) {
      return image;
    }
    Map<String, Tensor> tensors = new HashMap<>(image.tensors());
    ImageGeometry geometry = image.geometries().get(0);
    contents.forEach((name, content) -> tensors.put(name, content.tensor(geometry)));
    return new ModelInput(tensors, image.geometries(), image::close);
  }

  /** What an input holds. */
  private enum Content {
    /** Height and width of the scaled image, without padding. */
    SIZE,
    /** Scaled pixels per original pixel, along y and x. */
    SCALE,
    /** Height, width and the scale along y. */
    INFO;

    static Content of(String model, String input, String id) {
      List<String> ids = Arrays.stream(values()).map(Content::id).toList();
      if (!ids.contains(id)) {
        throw new ModelException(
            "model "
                + model
                + ": extra input '"
                + input
                + "' is '"
                + id
                + "', expected one of "
                + ids);
      }
      return values()[ids.indexOf(id)];
    }

    private String id() {
      return switch (this) {
        case SIZE -> "size";
        case SCALE -> "scale";
        case INFO -> "info";
      };
    }

    Tensor tensor(ImageGeometry geometry) {
      float height = geometry.scaledHeight();
      float width = geometry.scaledWidth();
      float scaleY = (float) (1 / geometry.scaleY());
      float scaleX = (float) (1 / geometry.scaleX());
      return switch (this) {
        case SIZE -> Tensor.ofFloats(new float[] {height, width}, 1, 2);
        case SCALE -> Tensor.ofFloats(new float[] {scaleY, scaleX}, 1, 2);
        case INFO -> Tensor.ofFloats(new float[] {height, width, scaleY}, 1, 3);
      };
    }
  }
}
