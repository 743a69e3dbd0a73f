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

/** Runs a network on overlapping windows of its input and blends the scores. */
final class SlidingWindows implements AroundNetwork {
  private final ModelSpec model;
  private final WindowSettings settings;

  SlidingWindows(ModelSpec model, WindowSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public NetworkPass around(NetworkPass network, ScoreOutput scores) {
    PassTensors tensors = new PassTensors(model, network, scores);
    ScoreSpace space = new ScoreSpace(scores.kind(), settings.probabilities());
    return (inputs, geometries) -> {
      ImageGeometry any = geometries.get(0);
      boolean covered =
          any.inputWidth() <= settings.width() && any.inputHeight() <= settings.height();
      return covered
          ? network.run(inputs, geometries)
          : blended(tensors, space, inputs, geometries);
    };
  }

  private InferenceOutputs blended(
      PassTensors tensors,
      ScoreSpace space,
      Map<String, Tensor> inputs,
      List<ImageGeometry> geometries) {
    Planes image = tensors.image(inputs);
    WindowAxis columns =
        settings.columns(
            geometries.stream().mapToInt(ImageGeometry::scaledWidth).max().orElse(1),
            image.width());
    WindowAxis rows =
        settings.rows(
            geometries.stream().mapToInt(ImageGeometry::scaledHeight).max().orElse(1),
            image.height());
    @Nullable WindowSum sum = null;
    for (int row = 0; row < rows.starts().length; row++) {
      for (int column = 0; column < columns.starts().length; column++) {
        int left = columns.starts()[column];
        int top = rows.starts()[row];
        Planes scores =
            tensors.run(
                inputs,
                image.crop(left, top, columns.length(), rows.length()),
                geometries.stream().map(g -> inside(g, left, top, columns, rows)).toList());
        space.enter(scores);
        if (sum == null) {
          sum = WindowSum.of(model, settings.blend(), scores, image, columns, rows);
        }
        sum.add(scores, column, row);
      }
    }
    Planes mean = Objects.requireNonNull(sum, "no window").mean();
    space.leave(mean);
    return tensors.outputs(mean);
  }

  /** Where an image lies in a window; of a window that is all padding, one pixel. */
  private static ImageGeometry inside(
      ImageGeometry geometry, int left, int top, WindowAxis columns, WindowAxis rows) {
    int width = Math.max(1, Math.min(columns.length(), geometry.scaledWidth() - left));
    int height = Math.max(1, Math.min(rows.length(), geometry.scaledHeight() - top));
    return new ImageGeometry(width, height, width, height, columns.length(), rows.length());
  }
}
