package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.nio.ByteBuffer;

/**
 * A tensor of images or maps, {@code [N, C, h, w]}, {@code [N, h, w, C]} or {@code [N, h, w]}, that
 * rectangles are copied from and to.
 */
final class ImageTensor {
  private final Tensor tensor;
  private final ByteBuffer bytes;
  private final int heightAxis;
  private final int planes;
  private final int bytesPerColumn;

  /**
   * @param tensor of rank 3 or 4
   * @param layout of a tensor of rank 4
   */
  ImageTensor(Tensor tensor, Layout layout) {
    this(tensor, tensor.rank() == 4 && layout == Layout.NCHW ? 2 : 1);
  }

  private ImageTensor(Tensor tensor, int heightAxis) {
    this.tensor = tensor;
    this.bytes = tensor.bytes();
    this.heightAxis = heightAxis;
    int before = 1;
    for (int axis = 0; axis < heightAxis; axis++) {
      before *= (int) tensor.dimension(axis);
    }
    int after = tensor.type().byteCount();
    for (int axis = heightAxis + 2; axis < tensor.rank(); axis++) {
      after *= (int) tensor.dimension(axis);
    }
    this.planes = before;
    this.bytesPerColumn = after;
  }

  /** A tensor of zeros with another width and height. */
  ImageTensor resized(int width, int height) {
    long[] shape = tensor.shape();
    shape[heightAxis] = height;
    shape[heightAxis + 1] = width;
    return new ImageTensor(Tensor.allocate(tensor.type(), shape), heightAxis);
  }

  Tensor tensor() {
    return tensor;
  }

  int height() {
    return (int) tensor.dimension(heightAxis);
  }

  int width() {
    return (int) tensor.dimension(heightAxis + 1);
  }

  /** Copies the square with the given upper left corner to that of a tensor with as many planes. */
  void copySquare(int fromX, int fromY, int side, ImageTensor target, int toX, int toY) {
    for (int plane = 0; plane < planes; plane++) {
      for (int y = 0; y < side; y++) {
        target.bytes.put(
            target.position(plane, toX, toY + y),
            bytes,
            position(plane, fromX, fromY + y),
            side * bytesPerColumn);
      }
    }
  }

  private int position(int plane, int x, int y) {
    return ((plane * height() + y) * width() + x) * bytesPerColumn;
  }
}
