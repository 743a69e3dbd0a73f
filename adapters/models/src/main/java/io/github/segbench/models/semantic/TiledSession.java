package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.models.preprocessing.OverlapTile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A network that runs tile after tile over an input of whole tiles; their outputs are put together
 * side by side. Outputs other than the decoded one are left out.
 */
final class TiledSession implements InferenceSession {
  private static final long ANY = -1;

  private final InferenceSession network;
  private final OverlapTile tile;
  private final TiledModel model;

  TiledSession(InferenceSession network, OverlapTile tile, TiledModel model) {
    this.network = network;
    this.tile = tile;
    this.model = model;
  }

  @Override
  public List<TensorInfo> inputs() {
    return network.inputs().stream().map(info -> ofAnySize(info, model.inputLayout())).toList();
  }

  @Override
  public List<TensorInfo> outputs() {
    return network.outputs().stream()
        .filter(info -> info.name().equals(model.output()))
        .map(info -> ofAnySize(info, model.outputLayout()))
        .toList();
  }

  @Override
  public InferenceOutputs run(Map<String, Tensor> inputs) {
    Tensor image = inputs.get(model.input());
    if (image == null || image.rank() != 4) {
      return network.run(inputs); // which says what is wrong
    }
    ImageTensor whole = new ImageTensor(image, model.inputLayout());
    int columns = tiles(whole.width(), image);
    int rows = tiles(whole.height(), image);
    ImageTensor part = whole.resized(tile.tile(), tile.tile());
    int side = tile.outputSide();
    @Nullable ImageTensor result = null;
    for (int y = 0; y < rows * side; y += side) {
      for (int x = 0; x < columns * side; x += side) {
        whole.copySquare(x, y, tile.tile(), part, 0, 0);
        try (InferenceOutputs outputs = network.run(Map.of(model.input(), part.tensor()))) {
          ImageTensor output = output(outputs);
          if (result == null) {
            result = output.resized(columns * side, rows * side);
          }
          output.copySquare(0, 0, side, result, x, y);
        }
      }
    }
    Tensor joined = Objects.requireNonNull(result, "an input has at least one tile").tensor();
    return new InferenceOutputs(Map.of(model.output(), joined), () -> {});
  }

  @Override
  public void close() {
    network.close();
  }

  private int tiles(int inputSide, Tensor image) {
    int covered = inputSide - 2 * tile.border();
    if (covered < 1 || covered % tile.outputSide() != 0) {
      throw new ModelException(
          "model "
              + model.model()
              + ": input '"
              + model.input()
              + "' is "
              + image
              + ", expected whole tiles of "
              + tile.tile()
              + " with a border of "
              + tile.border());
    }
    return covered / tile.outputSide();
  }

  private ImageTensor output(InferenceOutputs outputs) {
    Tensor tensor = outputs.tensors().get(model.output());
    if (tensor == null) {
      throw new ModelException(
          "model "
              + model.model()
              + ": output '"
              + model.output()
              + "' is missing; the network gave "
              + new TreeSet<>(outputs.tensors().keySet()));
    }
    boolean ofImages = tensor.rank() == 3 || tensor.rank() == 4;
    if (ofImages) {
      ImageTensor output = new ImageTensor(tensor, model.outputLayout());
      if (output.width() == tile.outputSide() && output.height() == tile.outputSide()) {
        return output;
      }
    }
    throw new ModelException(
        "model "
            + model.model()
            + ": output '"
            + model.output()
            + "' is "
            + tensor
            + " for a tile of "
            + tile.tile()
            + ", expected a width and height of "
            + tile.outputSide()
            + " with a border of "
            + tile.border());
  }

  private static TensorInfo ofAnySize(TensorInfo info, Layout layout) {
    int rank = info.shape().size();
    if (rank < 3) {
      return info;
    }
    int heightAxis = rank == 4 && layout == Layout.NCHW ? 2 : 1;
    List<Long> shape = new ArrayList<>(info.shape());
    shape.set(heightAxis, ANY);
    shape.set(heightAxis + 1, ANY);
    return new TensorInfo(info.name(), info.type(), shape);
  }
}
