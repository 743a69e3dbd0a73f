package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.chain.PostProcessingChain;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** What one timed call does, without JMH around it. */
final class WorkloadTest {
  private static final Blackhole SINK =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private final Recorder recorder = new Recorder();

  @Test
  void takesEachImageInTurnFromEndToEnd() throws IOException {
    try (Workload workload = endToEnd(3, StageClock.STOPPED)) {
      for (int position = 1; position <= 4; position++) {
        workload.run(position, SINK);
        assertThat(recorder.lent).as("inputs and outputs that were not given back").isZero();
      }
    }
    assertThat(recorder.runs).containsExactly(List.of(1), List.of(2), List.of(0), List.of(1));
    assertThat(recorder.decoded).isEqualTo(4);
  }

  @Test
  void tellsTheStagesOfACallInTheirOrder() throws IOException {
    List<Long> times = new ArrayList<>();
    StageClock clock =
        ends -> {
          times.addAll(List.of(ends.started(), ends.decoded(), ends.preprocessed()));
          times.addAll(List.of(ends.inferred(), ends.postprocessed()));
          assertThat(ends.refineNanos()).as("a model without post-processors").isNull();
        };
    try (Workload workload = endToEnd(1, clock)) {
      workload.run(0, SINK);
    }
    // Each fake stage reads the clock too, so that its time lies between its two ends.
    List<Long> expected = new ArrayList<>(times);
    expected.add(2, recorder.preprocessedAt);
    expected.add(4, recorder.ranAt);
    expected.add(6, recorder.postprocessedAt);
    assertThat(expected).isSorted();
  }

  @Test
  void fillsEachBatchWithTheNextImages() throws IOException {
    try (Workload workload = Inference.prepared(greys(3), 2, recorder, network())) {
      assertThat(recorder.lent).as("inputs made before").isEqualTo(3);
      for (int position = 0; position < 4; position++) {
        workload.run(position, SINK);
      }
      assertThat(recorder.lent).as("nothing made or kept by the runs").isEqualTo(3);
    }
    assertThat(recorder.runs)
        .containsExactly(List.of(0, 1), List.of(1, 2), List.of(2, 0), List.of(0, 1));
    assertThat(recorder.decoded).isZero();
    assertThat(recorder.lent).isZero();
  }

  @Test
  void outputsAreThoseOfTheTimedCalls() throws IOException {
    EndToEnd workload =
        new EndToEnd(
            greys(2), recorder, network(), PostProcessingChain.none(recorder), StageClock.STOPPED);

    assertThat(workload.outputs().byImage().keySet()).containsExactly("grey0", "grey1");
    assertThat(recorder.runs).containsExactly(List.of(0), List.of(1));
    assertThat(recorder.decoded).isEqualTo(2);
    assertThat(recorder.lent).as("inputs and outputs that were not given back").isZero();
  }

  private Workload endToEnd(int images, StageClock clock) throws IOException {
    return new EndToEnd(
        greys(images), recorder, network(), PostProcessingChain.none(recorder), clock);
  }

  private NetworkPass network() {
    return (inputs, geometries) -> recorder.run(inputs);
  }

  /** Images of one pixel with the grey values 0, 1, ... */
  private static List<EncodedImage> greys(int count) throws IOException {
    List<EncodedImage> images = new ArrayList<>();
    for (byte grey = 0; grey < count; grey++) {
      RgbImage image = new RgbImage(1, 1, new byte[] {grey, grey, grey});
      images.add(new EncodedImage("grey" + grey, ImageCodec.encodePng(image)));
    }
    return images;
  }

  /** Adapter and network in one, which write down what they are given. */
  private static final class Recorder implements ModelAdapter, InferenceSession {
    private final List<List<Integer>> runs = new ArrayList<>();
    private int lent;
    private int decoded;
    private long preprocessedAt;
    private long ranAt;
    private long postprocessedAt;

    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public ModelInput preprocess(List<RgbImage> images) {
      preprocessedAt = System.nanoTime();
      Tensor greys = Tensor.ofFloats(new float[images.size()], images.size());
      FloatBuffer values = greys.floats();
      images.forEach(image -> values.put(image.channel(0, 0, 0)));
      lent++;
      return new ModelInput(
          Map.of("greys", greys),
          Collections.nCopies(images.size(), new ImageGeometry(1, 1, 1, 1, 1, 1)),
          () -> lent--);
    }

    @Override
    public InferenceOutputs run(Map<String, Tensor> inputs) {
      ranAt = System.nanoTime();
      FloatBuffer values = inputs.values().iterator().next().floats();
      List<Integer> greys = new ArrayList<>();
      while (values.hasRemaining()) {
        greys.add((int) values.get());
      }
      runs.add(greys);
      lent++;
      return new InferenceOutputs(inputs, () -> lent--);
    }

    @Override
    public List<Segmentations> postprocess(
        Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      postprocessedAt = System.nanoTime();
      decoded++;
      LabelMap map = new LabelMap(1, 1, new short[1]);
      return List.of(Segmentations.of(new SemanticSegmentation(map)));
    }

    @Override
    public List<TensorInfo> inputs() {
      return List.of();
    }

    @Override
    public List<TensorInfo> outputs() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
