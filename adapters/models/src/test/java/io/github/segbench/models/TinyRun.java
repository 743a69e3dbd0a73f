package io.github.segbench.models;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.testkit.TinyGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One image through an adapter and a graph that a test made, as a run does it. */
public final class TinyRun {
  private TinyRun() {}

  public static Segmentations of(ModelAdapter adapter, TinyGraph graph, RgbImage image, Path folder)
      throws IOException {
    try (InferenceSession session = adapter.around(TinyNetwork.open(graph, folder));
        ModelInput input = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(input.tensors())) {
      return adapter.postprocess(outputs.tensors(), input.geometries()).get(0);
    }
  }

  public static LabelMap labels(ModelAdapter adapter, TinyGraph graph, RgbImage image, Path folder)
      throws IOException {
    return of(adapter, graph, image, folder).semantic().orElseThrow().labels();
  }
}
