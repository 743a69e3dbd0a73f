package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns images into a network's input tensor as a {@link Preprocessing} says: resize, normalise,
 * pad on the right and below or mirror on all sides. Safe to use from many threads; buffers are
 * recycled.
 */
public final class ImagePreprocessor {
  private final String model;
  private final Preprocessing preprocessing;
  private final @Nullable OverlapTile tile;
  private final InputGeometry inputGeometry;
  private final Normalisation normalisation;
  private final BufferPool buffers = new BufferPool();

  /**
   * @param model id of the model, for messages
   * @throws ModelException if larger batches are declared than the layout can hold
   */
  public ImagePreprocessor(String model, Preprocessing preprocessing) {
    this(model, preprocessing, null);
  }

  /**
   * @param model id of the model, for messages
   * @param tile of which the input has whole ones, with the image mirrored beyond its edges; null
   *     for an image in the upper left corner and padding
   * @throws ModelException if larger batches are declared than the layout can hold
   */
  public ImagePreprocessor(String model, Preprocessing preprocessing, @Nullable OverlapTile tile) {
    if (preprocessing.layout() == Layout.CHW && preprocessing.maxBatch() > 1) {
      throw new ModelException(
          "model "
              + model
              + ": maxBatch is "
              + preprocessing.maxBatch()
              + ", expected 1: layout CHW has no batch dimension");
    }
    this.model = model;
    this.preprocessing = preprocessing;
    this.tile = tile;
    this.inputGeometry =
        new InputGeometry(preprocessing.resize(), preprocessing.padMultiple(), tile);
    this.normalisation = new Normalisation(preprocessing);
  }

  /**
   * What the sides of inputs are multiples of; empty if they are whole tiles of a mirrored image.
   */
  public OptionalInt inputMultiple() {
    return tile == null ? OptionalInt.of(preprocessing.padMultiple()) : OptionalInt.empty();
  }

  /**
   * The input of a batch: one tensor, {@code [N, 3, H, W]}, {@code [N, H, W, 3]} or {@code [3, H,
   * W]}.
   *
   * @throws ModelException if the batch is empty or too large, its images come to different input
   *     sizes, or the tensor would have more than 2 GiB
   */
  public ModelInput input(List<RgbImage> images) {
    List<ImageGeometry> geometries =
        images.stream().map(image -> inputGeometry.of(image.width(), image.height())).toList();
    requireOneSize(geometries);
    long[] shape = shape(geometries);
    int byteCount = byteCount(shape);
    ByteBuffer buffer = buffers.take(byteCount);
    ByteBuffer exact = buffer.duplicate().order(ByteOrder.nativeOrder()).limit(byteCount);
    Tensor tensor = new Tensor(preprocessing.type(), shape, exact);
    TensorWriter writer =
        new TensorWriter(
            TensorElements.of(tensor), preprocessing.layout(), (float) preprocessing.padValue());
    for (int i = 0; i < geometries.size(); i++) {
      ImageGeometry geometry = geometries.get(i);
      RowSource rows = rows(images.get(i), geometry);
      if (tile == null) {
        writer.write(i, rows, geometry);
      } else {
        writer.write(i, new MirroredRows(rows, geometry, tile.border()), filled(geometry));
      }
    }
    return new ModelInput(
        Map.of(preprocessing.inputName(), tensor), geometries, () -> buffers.giveBack(buffer));
  }

  /** The geometry of an image that fills the input. */
  private static ImageGeometry filled(ImageGeometry geometry) {
    return new ImageGeometry(
        geometry.originalWidth(),
        geometry.originalHeight(),
        geometry.inputWidth(),
        geometry.inputHeight(),
        geometry.inputWidth(),
        geometry.inputHeight());
  }

  private RowSource rows(RgbImage image, ImageGeometry geometry) {
    boolean sameSize =
        image.width() == geometry.scaledWidth() && image.height() == geometry.scaledHeight();
    if (sameSize) {
      return new TableRows(image, normalisation);
    }
    int width = geometry.scaledWidth();
    int height = geometry.scaledHeight();
    return preprocessing.resize().antialias()
        ? new AntialiasedRows(image, width, height, normalisation)
        : new BilinearRows(image, width, height, normalisation);
  }

  private long[] shape(List<ImageGeometry> geometries) {
    long count = geometries.size();
    long height = geometries.get(0).inputHeight();
    long width = geometries.get(0).inputWidth();
    return switch (preprocessing.layout()) {
      case NCHW -> new long[] {count, RgbImage.CHANNELS, height, width};
      case NHWC -> new long[] {count, height, width, RgbImage.CHANNELS};
      case CHW -> new long[] {RgbImage.CHANNELS, height, width};
    };
  }

  private int byteCount(long[] shape) {
    long bytes = Tensor.elementCount(shape) * preprocessing.type().byteCount();
    if (bytes > Integer.MAX_VALUE) {
      throw new ModelException(
          "model " + model + ": an input tensor of " + bytes + " bytes, expected at most 2 GiB");
    }
    return (int) bytes;
  }

  private void requireOneSize(List<ImageGeometry> geometries) {
    if (geometries.isEmpty() || geometries.size() > preprocessing.maxBatch()) {
      throw new ModelException(
          "model "
              + model
              + ": a batch of "
              + geometries.size()
              + " images, expected 1 to "
              + preprocessing.maxBatch());
    }
    ImageGeometry first = geometries.get(0);
    for (ImageGeometry other : geometries) {
      if (other.inputWidth() != first.inputWidth() || other.inputHeight() != first.inputHeight()) {
        throw new ModelException(
            "model "
                + model
                + ": images of one batch come to inputs of "
                + size(first)
                + " and "
                + size(other)
                + ", expected one size");
      }
    }
  }

  private static String size(ImageGeometry geometry) {
    return geometry.inputWidth() + "x" + geometry.inputHeight();
  }
}
