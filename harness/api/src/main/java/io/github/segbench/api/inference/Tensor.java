package io.github.segbench.api.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A dense, row-major tensor in a direct buffer of native byte order, which backends use without a
 * copy.
 */
public final class Tensor {
  private final ElementType type;
  private final long[] shape;
  private final ByteBuffer data;

  /**
   * @param data direct, native order, exactly the shape's number of bytes from position 0 to its
   *     limit; shared
   * @throws IllegalArgumentException if the buffer is not so
   */
  public Tensor(ElementType type, long[] shape, ByteBuffer data) {
    this.type = Objects.requireNonNull(type, "type");
    this.shape = shape.clone();
    if (!data.isDirect() || data.order() != ByteOrder.nativeOrder() || data.position() != 0) {
      throw new IllegalArgumentException(
          "a tensor needs a direct buffer in native order at position 0");
    }
    long bytes = elementCount(shape) * type.byteCount();
    if (data.limit() != bytes) {
      throw new IllegalArgumentException(
          type + Arrays.toString(shape) + " has " + bytes + " bytes, not " + data.limit());
    }
    this.data = data;
  }

  /**
   * A new tensor of zeros.
   *
   * @throws IllegalArgumentException if a dimension is negative or it has more than 2 GiB
   */
  public static Tensor allocate(ElementType type, long... shape) {
    long bytes = Math.multiplyExact(elementCount(shape), (long) type.byteCount());
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          type + Arrays.toString(shape) + " is larger than 2 GiB: " + bytes + " bytes");
    }
    return new Tensor(type, shape, DirectMemory.allocate((int) bytes));
  }

  /**
   * A new tensor with a copy of the values.
   *
   * @throws IllegalArgumentException if there are more or fewer values than the shape has
   */
  public static Tensor ofFloats(float[] values, long... shape) {
    requireCount(values.length, shape);
    Tensor tensor = allocate(ElementType.FLOAT32, shape);
    tensor.floats().put(values);
    return tensor;
  }

  /**
   * A new tensor with a copy of the values.
   *
   * @throws IllegalArgumentException if there are more or fewer values than the shape has
   */
  public static Tensor ofLongs(long[] values, long... shape) {
    requireCount(values.length, shape);
    Tensor tensor = allocate(ElementType.INT64, shape);
    tensor.longs().put(values);
    return tensor;
  }

  private static void requireCount(int values, long[] shape) {
    if (values != elementCount(shape)) {
      throw new IllegalArgumentException(
          values + " values for a tensor of the shape " + Arrays.toString(shape));
    }
  }

  /**
   * Product of the dimensions; 1 for a scalar.
   *
   * @throws IllegalArgumentException if a dimension is negative
   */
  public static long elementCount(long[] shape) {
    long count = 1;
    for (long dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("negative dimension in " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, dimension);
    }
    return count;
  }

  public ElementType type() {
    return type;
  }

  /** A copy of the shape. */
  public long[] shape() {
    return shape.clone();
  }

  public int rank() {
    return shape.length;
  }

  public long dimension(int axis) {
    return shape[axis];
  }

  public long elementCount() {
    return elementCount(shape);
  }

  /** The bytes, in native order; a view with its own position. */
  public ByteBuffer bytes() {
    return data.duplicate().order(ByteOrder.nativeOrder());
  }

  /**
   * @throws IllegalStateException if the elements are not float32
   */
  public FloatBuffer floats() {
    require(ElementType.FLOAT32);
    return bytes().asFloatBuffer();
  }

  /**
   * @throws IllegalStateException if the elements are not int64
   */
  public LongBuffer longs() {
    require(ElementType.INT64);
    return bytes().asLongBuffer();
  }

  /**
   * @throws IllegalStateException if the elements are not int32
   */
  public IntBuffer ints() {
    require(ElementType.INT32);
    return bytes().asIntBuffer();
  }

  private void require(ElementType expected) {
    if (type != expected) {
      throw new IllegalStateException("tensor is " + this + ", expected " + expected);
    }
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
