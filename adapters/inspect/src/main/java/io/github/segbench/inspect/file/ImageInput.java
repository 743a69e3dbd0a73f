package io.github.segbench.inspect.file;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input that an image fits into, judged by its shape.
 *
 * @param layout where the channels are
 * @param batched whether the first axis counts images
 */
public record ImageInput(TensorInfo tensor, Layout layout, boolean batched) {
  /** Three or four axes, of which one has the size of three channels; the first one at that. */
  public static Optional<ImageInput> of(TensorInfo tensor) {
    int rank = tensor.shape().size();
    if (rank != 3 && rank != 4) {
      return Optional.empty();
    }
    boolean batched = rank == 4;
    int first = batched ? 1 : 0;
    if (isChannels(tensor.shape().get(first))) {
      return Optional.of(new ImageInput(tensor, Layout.NCHW, batched));
    }
    return isChannels(tensor.shape().get(rank - 1))
        ? Optional.of(new ImageInput(tensor, Layout.NHWC, batched))
        : Optional.empty();
  }

  private static boolean isChannels(long size) {
    return size == 1 || size == 3;
  }

  private int heightAxis() {
    return (batched ? 1 : 0) + (layout == Layout.NCHW ? 1 : 0);
  }

  /** -1 if not fixed. */
  public long height() {
    return tensor.shape().get(heightAxis());
  }

  /** -1 if not fixed. */
  public long width() {
    return tensor.shape().get(heightAxis() + 1);
  }

  /** -1 if not fixed. */
  public long batch() {
    return batched ? tensor.shape().get(0) : 1;
  }

  public boolean isFixed() {
    return height() > 0 && width() > 0;
  }

  /** Whether it can have this size. */
  public boolean takes(InputSize size) {
    return (height() < 0 || height() == size.height()) && (width() < 0 || width() == size.width());
  }

  /** The shape for one image of a size. */
  public List<Long> shape(InputSize size) {
    List<Long> shape = new ArrayList<>(tensor.shape());
    shape.set(heightAxis(), (long) size.height());
    shape.set(heightAxis() + 1, (long) size.width());
    if (batched && batch() < 0) {
      shape.set(0, 1L);
    }
    return shape;
  }
}
