package io.github.segbench.models.postprocessing;

import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.Specs;
import io.github.segbench.models.semantic.FcnFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Networks that are functions in Java, and the models that they belong to. */
final class Fakes {
  static final LabelSet LABELS =
      new LabelSet(
          "two", List.of(new Category(3, "sky", false, 0), new Category(5, "tree", false, 1)), 255);

  private Fakes() {}

  static ModelSpec model(int padMultiple, Layout layout) {
    FcnFamily family = new FcnFamily();
    Preprocessing preprocessing =
        Specs.preprocessing(Resize.none(), padMultiple, 8, 1000, ChannelOrder.RGB, layout);
    return Specs.of(family, LABELS, preprocessing, Map.of());
  }

  static AroundNetwork step(PostProcessor kind, ModelSpec model, Map<String, ?> options) {
    return (AroundNetwork) kind.forModel(model, new Options(kind.options(), options));
  }

  static ImageGeometry geometry(int width, int height, int inputWidth, int inputHeight) {
    return new ImageGeometry(width, height, width, height, inputWidth, inputHeight);
  }

  /** Runs a step around a network of the input {@code image} and the output {@code scores}. */
  static Planes run(
      AroundNetwork step,
      FakeNetwork network,
      ScoreOutput.Kind kind,
      Planes image,
      ImageGeometry g) {
    ScoreOutput output = new ScoreOutput("scores", network.layout, kind);
    List<ImageGeometry> geometries = new ArrayList<>();
    for (int i = 0; i < image.count(); i++) {
      geometries.add(g);
    }
    try (InferenceOutputs outputs =
        step.around(network, output)
            .run(Map.of("image", image.tensor(network.layout)), geometries)) {
      return Planes.of(outputs.tensors().get("scores"), network.layout);
    }
  }

  static Planes planes(int channels, int height, int width, float... values) {
    Planes planes = Planes.zeros(1, channels, height, width);
    System.arraycopy(values, 0, planes.values(), 0, values.length);
    return planes;
  }

  /** A function from an image to scores; remembers the sizes that it saw. */
  static final class FakeNetwork implements NetworkPass {
    final List<String> sizes = new ArrayList<>();
    private final Layout layout;
    private final UnaryOperator<Planes> function;

    FakeNetwork(Layout layout, UnaryOperator<Planes> function) {
      this.layout = layout;
      this.function = function;
    }

    @Override
    public InferenceOutputs run(Map<String, Tensor> inputs, List<ImageGeometry> geometries) {
      Planes image = Planes.of(inputs.get("image"), layout);
      sizes.add(image.width() + "x" + image.height());
      for (ImageGeometry geometry : geometries) {
        if (geometry.inputWidth() != image.width() || geometry.inputHeight() != image.height()) {
          throw new AssertionError(geometry + " of " + Arrays.toString(sizes.toArray()));
        }
      }
      return new InferenceOutputs(Map.of("scores", function.apply(image).tensor(layout)), () -> {});
    }
  }
}
