package io.github.segbench.latency;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Plugins on the class path of the tests, and so of the forks that the tests start. */
public final class ForkPlugins {
  static final int SIDE = 16;

  private ForkPlugins() {}

  /** Counts the images of a batch; predicts the label that the network gives, everywhere. */
  public static final class Family implements ModelFamily, ModelAdapter {
    @Override
    public String id() {
      return "blank";
    }

    @Override
    public String description() {
      return "Predicts one label everywhere.";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public ModelAdapter adapterFor(ModelSpec spec) {
      return this;
    }

    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public ModelInput preprocess(List<RgbImage> images) {
      ImageGeometry geometry = new ImageGeometry(SIDE, SIDE, SIDE, SIDE, SIDE, SIDE);
      return new ModelInput(
          Map.of("count", Tensor.ofFloats(new float[images.size()], images.size())),
          Collections.nCopies(images.size(), geometry),
          () -> {});
    }

    @Override
    public List<Segmentations> postprocess(
        Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      short[] labels = new short[SIDE * SIDE];
      Arrays.fill(labels, (short) outputs.values().iterator().next().floats().get(0));
      LabelMap map = new LabelMap(SIDE, SIDE, labels);
      return Collections.nCopies(
          geometries.size(), Segmentations.of(new SemanticSegmentation(map)));
    }
  }

  /** Hands inputs through, or breaks as its option says. */
  public static final class Engine implements Backend {
    @Override
    public String id() {
      return "through";
    }

    @Override
    public String description() {
      return "Hands inputs through.";
    }

    @Override
    public String version() {
      return "1.0";
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
    public List<OptionSpec> options() {
      return List.of(
          OptionSpec.choice(
              "run",
              "well",
              List.of("well", "slow", "hang", "fail", "halt", "otherwise"),
              "What a run comes to."));
    }

    @Override
    public List<DeviceStatus> probe() {
      return List.of();
    }

    @Override
    public InferenceSession open(SessionSpec spec) {
      return new Session(spec.options().string("run"));
    }
  }

  private record Session(String fate) implements InferenceSession {
    @Override
    public List<TensorInfo> inputs() {
      return List.of();
    }

    @Override
    public List<TensorInfo> outputs() {
      return List.of();
    }

    @Override
    public InferenceOutputs run(Map<String, Tensor> inputs) {
      if (fate.equals("fail")) {
        throw new InferenceException("model.onnx: the network\nburns", null);
      }
      if (fate.equals("slow")) {
        LockSupport.parkNanos(1_000_000);
      }
      while (fate.equals("hang")) {
        LockSupport.park();
      }
      if (fate.equals("halt")) {
        Runtime.getRuntime().halt(42);
      }
      if (fate.equals("otherwise")) {
        return new InferenceOutputs(
            Map.of("count", Tensor.ofFloats(new float[] {1, 1}, 2)), () -> {});
      }
      return new InferenceOutputs(inputs, () -> {});
    }

    @Override
    public void close() {}
  }

  /** Three grey images; in the split {@code corrupt} the second is none. */
  public static final class Reader implements DatasetReader {
    @Override
    public String id() {
      return "grey";
    }

    @Override
    public String description() {
      return "Grey images.";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public Dataset open(DatasetSpec spec) {
      return new Greys(spec);
    }

    @Override
    public SortedSet<String> splits(DatasetSpec spec) {
      return new TreeSet<>(Set.of("test", "corrupt"));
    }
  }

  private record Greys(DatasetSpec spec) implements Dataset {
    @Override
    public String id() {
      return spec.id();
    }

    @Override
    public String split() {
      return spec.split();
    }

    @Override
    public LabelSet labels() {
      return spec.labels();
    }

    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public List<Sample> samples() {
      return IntStream.range(0, 3)
          .<Sample>mapToObj(i -> new Grey(i, i == 1 && split().equals("corrupt")))
          .toList();
    }

    @Override
    public String fingerprint() {
      return "ab".repeat(32);
    }
  }

  private record Grey(int number, boolean corrupt) implements Sample {
    @Override
    public String id() {
      return "grey" + number;
    }

    @Override
    public byte[] encodedImage() {
      try {
        return corrupt ? new byte[7] : ImageCodec.encodePng(image());
      } catch (IOException e) {
        throw new DatasetException(id(), e);
      }
    }

    @Override
    public RgbImage image() {
      return new RgbImage(SIDE, SIDE, new byte[SIDE * SIDE * 3]);
    }

    @Override
    public Segmentations groundTruth() {
      LabelMap map = new LabelMap(SIDE, SIDE, new short[SIDE * SIDE]);
      return Segmentations.of(new SemanticSegmentation(map));
    }
  }
}
