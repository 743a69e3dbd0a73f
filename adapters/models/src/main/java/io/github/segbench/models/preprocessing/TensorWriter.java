package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.Arrays;

/**
 * Writes normalised rows and padding to an input tensor, {@code [N, 3, H, W]}, {@code [3, H, W]} or
 * NHWC.
 */
final class TensorWriter {
  private final TensorElements tensor;
  private final Layout layout;
  private final float padValue;

  TensorWriter(TensorElements tensor, Layout layout, float padValue) {
    this.tensor = tensor;
    this.layout = layout;
    this.padValue = padValue;
  }

  /** Writes the image at one position of the batch. */
  void write(int position, RowSource rows, ImageGeometry geometry) {
    int width = geometry.inputWidth();
    int height = geometry.inputHeight();
    int start = position * RgbImage.CHANNELS * height * width;
    float[][] planes = new float[RgbImage.CHANNELS][width];
    for (float[] plane : planes) {
      Arrays.fill(plane, geometry.scaledWidth(), width, padValue);
    }
    float[] interleaved = new float[layout == Layout.NHWC ? width * RgbImage.CHANNELS : 0];
    for (int y = 0; y < height; y++) {
      if (y < geometry.scaledHeight()) {
        rows.row(y, planes);
      } else if (y == geometry.scaledHeight()) {
        for (float[] plane : planes) {
          Arrays.fill(plane, padValue);
        }
      }
      if (layout != Layout.NHWC) {
        putPlanes(planes, start + y * width, height * width);
      } else {
        putPixels(planes, interleaved, start + y * width * RgbImage.CHANNELS);
      }
    }
  }

  private void putPlanes(float[][] planes, int start, int planeSize) {
    for (int channel = 0; channel < planes.length; channel++) {
      tensor.put(start + channel * planeSize, planes[channel]);
    }
  }

  private void putPixels(float[][] planes, float[] interleaved, int start) {
    for (int channel = 0; channel < planes.length; channel++) {
      float[] plane = planes[channel];
      for (int x = 0, i = channel; x < plane.length; x++, i += RgbImage.CHANNELS) {
        interleaved[i] = plane[x];
      }
    }
    tensor.put(start, interleaved);
  }
}
