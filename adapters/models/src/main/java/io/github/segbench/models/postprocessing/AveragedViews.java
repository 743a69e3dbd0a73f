package io.github.segbench.models.postprocessing;

import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.ScoreOutput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a network on several views of an image and averages the scores.
 *
 * <p>A view shows the image alone: padding of the input is cut off before and put on the right and
 * below after, and scores of padding are not read. Views are scaled, and their scores scaled back,
 * bilinearly with half-pixel centres.
 */
final class AveragedViews implements AroundNetwork {
  private final ModelSpec model;
  private final List<View> views;
  private final int multiple;
  private final boolean probabilities;

  /**
   * @param multiple the sides of a scaled input are padded to one of this
   * @param probabilities whether probabilities are averaged; else logits are
   */
  AveragedViews(ModelSpec model, List<View> views, int multiple, boolean probabilities) {
    this.model = model;
    this.views = List.copyOf(views);
    this.multiple = multiple;
    this.probabilities = probabilities;
  }

  @Override
  public NetworkPass around(NetworkPass network, ScoreOutput scores) {
    PassTensors tensors = new PassTensors(model, network, scores);
    ScoreSpace space = new ScoreSpace(scores.kind(), probabilities);
    return (inputs, geometries) -> run(tensors, space, inputs, geometries);
  }

  private InferenceOutputs run(
      PassTensors tensors,
      ScoreSpace space,
      Map<String, Tensor> inputs,
      List<ImageGeometry> geometries) {
    Planes image = tensors.image(inputs);
    float padValue = (float) model.preprocessing().padValue();
    @Nullable Planes sum = null;
    for (View view : views) {
      SeenInput seen = new SeenInput(view, geometries, multiple);
      Planes scores =
          view.isPlain()
              ? tensors.run(inputs, geometries)
              : tensors.run(inputs, seen.image(image, padValue), seen.geometries());
      space.enter(scores);
      if (sum == null) {
        sum = seen.emptyMap(scores, image);
      }
      seen.addBack(scores, image, sum);
    }
    Planes mean = Objects.requireNonNull(sum, "no view");
    float share = 1f / views.size();
    for (int i = 0; i < mean.values().length; i++) {
      mean.values()[i] *= share;
    }
    space.leave(mean);
    return tensors.outputs(mean);
  }
}
