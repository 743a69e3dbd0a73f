package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.CroppedGrid;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes channel indices of a network with its argmax built in: uint8, int32, int64 or whole
 * float32 numbers, {@code [N, h, w]}, {@code [N, 1, h, w]} or {@code [N, h, w, 1]}. Other sizes
 * than the image's are resized by nearest neighbour.
 */
final class IndexDecoder implements SemanticDecoder {
  private static final List<ElementType> TYPES =
      List.of(ElementType.UINT8, ElementType.INT32, ElementType.INT64, ElementType.FLOAT32);

  private final String output;
  private final int channelAxis;
  private final LabelSet labels;
  private final OutputArea area;
  private final short[] labelByChannel;

  /**
   * @param output name of the network's output
   * @param layout of an output of rank 4
   */
  IndexDecoder(String output, Layout layout, LabelSet labels, OutputArea area) {
    this.output = output;
    this.channelAxis = layout == Layout.NCHW ? 1 : 3;
    this.labels = labels;
    this.area = area;
    this.labelByChannel = ScoreDecoder.labelIds(labels);
  }

  @Override
  public List<LabelMap> decode(NetworkOutputs outputs, List<ImageGeometry> geometries) {
    int batch = geometries.size();
    String expected = "[" + batch + ", h, w]";
    Tensor indices = outputs.get(output, TYPES, expected);
    boolean flat = indices.rank() == 3;
    boolean fits =
        (flat || (indices.rank() == 4 && indices.dimension(channelAxis) == 1))
            && indices.dimension(0) == batch
            && indices.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(output, indices, indices.type() + expected);
    }
    int heightAxis = flat || channelAxis == 3 ? 1 : 2;
    int height = (int) indices.dimension(heightAxis);
    int width = (int) indices.dimension(heightAxis + 1);
    List<LabelMap> maps = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      CroppedGrid grid = new CroppedGrid(width, height, area.within(geometries.get(i)));
      maps.add(labels(outputs, indices, i * height * width, width, grid));
    }
    return maps;
  }

  private LabelMap labels(
      NetworkOutputs outputs, Tensor tensor, int start, int mapWidth, CroppedGrid grid) {
    ChannelIndexMap indices = new ChannelIndexMap(tensor);
    int[] columns = grid.nearestX();
    int[] rows = grid.nearestY();
    short[] map = new short[columns.length * rows.length];
    int target = 0;
    for (int row : rows) {
      for (int column : columns) {
        long channel = indices.at(start + row * mapWidth + column);
        if (channel < 0 || channel >= labelByChannel.length) {
          throw outputs.badValue(
              output,
              "class index " + indices.textAt(start + row * mapWidth + column),
              "0 to " + (labelByChannel.length - 1) + ", the categories of labels " + labels.id());
        }
        map[target++] = labelByChannel[(int) channel];
      }
    }
    return new LabelMap(columns.length, rows.length, map);
  }
}
