package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** One image of a batch of float32 scores, {@code [N, C, h, w]} or {@code [N, h, w, C]}. */
public final class ScoreMap {
  private final FloatBuffer floats;
  private final IntBuffer bits;
  private final int channels;
  private final int height;
  private final int width;
  private final int start;
  private final int channelStride;
  private final int columnStride;

  /**
   * @param scores float32, of rank 4
   * @param layout the order of the tensor's dimensions
   * @param position of the image in the batch
   */
  public ScoreMap(Tensor scores, Layout layout, int position) {
    boolean planar = layout == Layout.NCHW;
    this.floats = scores.floats();
    this.bits = scores.bytes().asIntBuffer();
    this.channels = (int) scores.dimension(planar ? 1 : 3);
    this.height = (int) scores.dimension(planar ? 2 : 1);
    this.width = (int) scores.dimension(planar ? 3 : 2);
    this.start = position * channels * height * width;
    this.channelStride = planar ? height * width : 1;
    this.columnStride = planar ? 1 : channels;
  }

  public int channels() {
    return channels;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public float at(int channel, int x, int y) {
    return floats.get(indexOf(channel, y) + x * columnStride);
  }

  /** Reads the first {@code row.length} scores of a channel's row. */
  public void row(int channel, int y, float[] row) {
    int from = indexOf(channel, y);
    if (columnStride == 1) {
      floats.get(from, row);
      return;
    }
    for (int x = 0; x < row.length; x++) {
      row[x] = floats.get(from + x * columnStride);
    }
  }

  /** The same scores as the bits of the floats. */
  void rowBits(int channel, int y, int[] row) {
    int from = indexOf(channel, y);
    if (columnStride == 1) {
      bits.get(from, row);
      return;
    }
    for (int x = 0; x < row.length; x++) {
      row[x] = bits.get(from + x * columnStride);
    }
  }

  private int indexOf(int channel, int y) {
    return start + channel * channelStride + y * width * columnStride;
  }
}
