package io.github.segbench.models.postprocessing;

import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network's image and class scores as {@link Planes}: what steps around it work on. */
final class PassTensors {
  private final String model;
  private final String inputName;
  private final Layout inputLayout;
  private final NetworkPass network;
  private final ScoreOutput output;

  PassTensors(ModelSpec model, NetworkPass network, ScoreOutput output) {
    this.model = model.id();
    this.inputName = model.preprocessing().inputName();
    this.inputLayout = model.preprocessing().layout();
    this.network = network;
    this.output = output;
  }

  /** The image among a pass's inputs. */
  Planes image(Map<String, Tensor> inputs) {
    Tensor tensor = inputs.get(inputName);
    if (tensor == null || !Planes.fits(tensor)) {
      throw new ModelException(
          "model "
              + model
              + ": input '"
              + inputName
              + "' is "
              + (tensor == null ? "missing" : tensor)
              + ", expected FLOAT32 of 4 dimensions");
    }
    return Planes.of(tensor, inputLayout);
  }

  /** The scores of the network as it is; one channel may have come as {@code [N, h, w]}. */
  Planes run(Map<String, Tensor> inputs, List<ImageGeometry> geometries) {
    try (InferenceOutputs outputs = network.run(inputs, geometries)) {
      Tensor tensor = outputs.tensors().get(output.name());
      if (tensor != null && tensor.rank() == 3) {
        tensor = withChannel(tensor, output.layout());
      }
      if (tensor == null || !Planes.fits(tensor)) {
        throw new ModelException(
            "model "
                + model
                + ": output '"
                + output.name()
                + "' is "
                + (tensor == null ? "missing" : tensor)
                + ", expected FLOAT32 class scores of 4 dimensions");
      }
      return Planes.of(tensor, output.layout());
    }
  }

  private static Tensor withChannel(Tensor flat, Layout layout) {
    long count = flat.dimension(0);
    long height = flat.dimension(1);
    long width = flat.dimension(2);
    return layout == Layout.NCHW
        ? new Tensor(flat.type(), new long[] {count, 1, height, width}, flat.bytes())
        : new Tensor(flat.type(), new long[] {count, height, width, 1}, flat.bytes());
  }

  /** The scores of another image in the place of that among the inputs. */
  Planes run(Map<String, Tensor> inputs, Planes image, List<ImageGeometry> geometries) {
    Map<String, Tensor> changed = new HashMap<>(inputs);
    changed.put(inputName, image.tensor(inputLayout));
    return run(changed, geometries);
  }

  /** What the network would have given. */
  InferenceOutputs outputs(Planes scores) {
    return new InferenceOutputs(Map.of(output.name(), scores.tensor(output.layout())), () -> {});
  }
}
