package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.plugin.Plugins;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Plugins that only declare options: one of each type among them. */
final class FakePlugins {
  private FakePlugins() {}

  static Plugins plugins() {
    return Plugins.of(
        List.of(
            new FakeFamily(
                "unet",
                List.of(
                    OptionSpec.string("output", "logits", "Name of the output."),
                    OptionSpec.choice(
                        "kind", "logits", List.of("logits", "argmax"), "What it holds."),
                    OptionSpec.number("threshold", 0.5, 0, "Least score."),
                    OptionSpec.bool("flip", false, "Average with the mirrored image."))),
            new FakeFamily("segnet", List.of()),
            new FakeFamily("self-made", List.of()),
            new FakeFamily("pair", List.of())),
        List.of(
            new FakeBackend(
                "onnxruntime",
                List.of(
                    OptionSpec.integer("intraOpThreads", 1L, 0, "Threads of one operator."),
                    OptionSpec.path("profile", "Where the profile goes."))),
            new FakeBackend("djl", List.of())),
        List.of(
            new FakeReader(
                "folder",
                List.of(
                    OptionSpec.path("root", "Folder of the data set.").asRequired(),
                    OptionSpec.strings("endings", List.of(".png"), "Endings of image files."))),
            new FakeReader(
                "shapes",
                List.of(
                    OptionSpec.integer("width", 128L, 16, "Pixels."),
                    OptionSpec.map("colours", "What things are painted with.")))),
        List.of(
            new FakePostProcessor("blur", List.of(OptionSpec.integer("radius", 1L, 0, "Pixels."))),
            new FakePostProcessor("sharpen", List.of())));
  }

  private record FakeFamily(String id, List<OptionSpec> options) implements ModelFamily {
    @Override
    public String description() {
      return "A family for tests.";
    }

    @Override
    public boolean needsBackend() {
      return !id.equals("self-made");
    }

    @Override
    public List<String> parts() {
      return id.equals("pair") ? List.of("instance", "semantic") : List.of();
    }

    @Override
    public ModelAdapter adapterFor(ModelSpec spec) {
      if (id.equals("segnet") && spec.preprocessing().padMultiple() % 2 == 1) {
        throw new ModelException("model " + spec.id() + ": padMultiple must be even");
      }
      return new FakeAdapter();
    }
  }

  private record FakeAdapter() implements ModelAdapter {
    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public ModelInput preprocess(List<RgbImage> images) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Segmentations> postprocess(
        Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      throw new UnsupportedOperationException();
    }
  }

  private record FakePostProcessor(String id, List<OptionSpec> options) implements PostProcessor {
    @Override
    public String description() {
      return "A post-processor for tests.";
    }

    @Override
    public PostProcessing forModel(ModelSpec model, Options given) {
      return id.equals("sharpen")
          ? (PostProcessing.OnScores) (scores, image) -> scores
          : (PostProcessing.OnSegmentations) (segmentations, image) -> segmentations;
    }
  }

  private record FakeBackend(String id, List<OptionSpec> options) implements Backend {
    @Override
    public String description() {
      return "A backend for tests.";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<String> formats() {
      return List.of("onnx");
    }

    @Override
    public Set<Precision> precisions() {
      return Set.of(Precision.FP32);
    }

    @Override
    public List<DeviceStatus> probe() {
      return List.of();
    }

    @Override
    public InferenceSession open(SessionSpec spec) {
      throw new UnsupportedOperationException(id);
    }
  }

  private record FakeReader(String id, List<OptionSpec> options) implements DatasetReader {
    @Override
    public String description() {
      return "A reader for tests.";
    }

    @Override
    public Dataset open(DatasetSpec spec) {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public SortedSet<String> splits(DatasetSpec spec) {
      throw new UnsupportedOperationException(id);
    }
  }
}
