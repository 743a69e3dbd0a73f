package io.github.segbench.models.postprocessing;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.nio.FloatBuffer;

/** A batch of channels on the heap, {@code [count, channels, height, width]}, row-major. */
final class Planes {
  private final int count;
  private final int channels;
  private final int height;
  private final int width;
  private final float[] values;

  private Planes(int count, int channels, int height, int width, float[] values) {
    this.count = count;
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.values = values;
  }

  static Planes zeros(int count, int channels, int height, int width) {
    int plane = Math.multiplyExact(height, width);
    int length = Math.multiplyExact(Math.multiplyExact(count, channels), plane);
    return new Planes(count, channels, height, width, new float[length]);
  }

  /** Whether a tensor is a batch of float32 channels. */
  static boolean fits(Tensor tensor) {
    return tensor.type() == ElementType.FLOAT32 && tensor.rank() == 4 && tensor.elementCount() > 0;
  }

  /**
   * A copy of a tensor.
   *
   * @param tensor that {@link #fits}
   */
  static Planes of(Tensor tensor, Layout layout) {
    boolean planar = layout == Layout.NCHW;
    Planes planes =
        zeros(
            (int) tensor.dimension(0),
            (int) tensor.dimension(planar ? 1 : 3),
            (int) tensor.dimension(planar ? 2 : 1),
            (int) tensor.dimension(planar ? 3 : 2));
    FloatBuffer source = tensor.floats();
    if (planar) {
      source.get(planes.values);
      return planes;
    }
    float[] pixel = new float[planes.channels];
    for (int image = 0; image < planes.count; image++) {
      for (int position = 0; position < planes.plane(); position++) {
        source.get(pixel);
        for (int channel = 0; channel < pixel.length; channel++) {
          planes.values[planes.start(image, channel) + position] = pixel[channel];
        }
      }
    }
    return planes;
  }

  /** A tensor with a copy of the values. */
  Tensor tensor(Layout layout) {
    if (layout == Layout.NCHW) {
      return Tensor.ofFloats(values, count, channels, height, width);
    }
    Tensor tensor = Tensor.allocate(ElementType.FLOAT32, count, height, width, channels);
    FloatBuffer target = tensor.floats();
    float[] pixel = new float[channels];
    for (int image = 0; image < count; image++) {
      for (int position = 0; position < plane(); position++) {
        for (int channel = 0; channel < channels; channel++) {
          pixel[channel] = values[start(image, channel) + position];
        }
        target.put(pixel);
      }
    }
    return tensor;
  }

  int count() {
    return count;
  }

  int channels() {
    return channels;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** Not a copy. */
  float[] values() {
    return values;
  }

  /** Pixels of one channel. */
  int plane() {
    return height * width;
  }

  /** Where a channel of an image starts in {@link #values}. */
  int start(int image, int channel) {
    return (image * channels + channel) * plane();
  }

  /** A rectangle of every channel, copied. */
  Planes crop(int left, int top, int cropWidth, int cropHeight) {
    Planes crop = zeros(count, channels, cropHeight, cropWidth);
    for (int plane = 0; plane < count * channels; plane++) {
      for (int y = 0; y < cropHeight; y++) {
        System.arraycopy(
            values,
            plane * plane() + (top + y) * width + left,
            crop.values,
            (plane * cropHeight + y) * cropWidth,
            cropWidth);
      }
    }
    return crop;
  }
}
