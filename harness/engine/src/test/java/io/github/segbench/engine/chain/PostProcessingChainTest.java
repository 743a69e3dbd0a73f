package io.github.segbench.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PostProcessingChainTest {
  private static final Options NONE = new Options(List.of(), Map.of());
  private static final RgbImage IMAGE = new RgbImage(1, 1, new byte[3]);
  private static final List<ImageGeometry> ONE = List.of(new ImageGeometry(1, 1, 1, 1, 1, 1));

  private final List<String> calls = new ArrayList<>();
  private final List<Integer> multiplesSeen = new ArrayList<>();
  private OptionalInt multiple = OptionalInt.of(1);
  private final PluginRegistry<PostProcessor> known =
      new PluginRegistry<>(
          "post-processor",
          List.of(
              new Step("mirror", new Around("mirror")),
              new Step("windows", new Around("windows")),
              new Step("add-one", (PostProcessing.OnScores) this::addOne),
              new Step("double", (PostProcessing.OnScores) this::twice),
              new Step("relabel", (PostProcessing.OnSegmentations) this::relabel)),
          PostProcessor::id);

  @Test
  void runsStepsInTheOrderOfTheYaml() {
    PostProcessingChain chain = chain("mirror", "windows", "add-one", "double", "relabel");
    NetworkPass pass =
        chain.around(
            (inputs, geometries) -> {
              calls.add("network");
              return new InferenceOutputs(Map.of(), () -> {});
            });
    try (InferenceOutputs outputs = pass.run(Map.of(), ONE)) {
      Postprocessed result = chain.postprocess(outputs.tensors(), ONE, List.of(IMAGE));
      // The score 3 becomes (3 + 1) * 2 = 8, and the label of that 8 + 100.
      assertThat(label(result)).isEqualTo(108);
      assertThat(result.refineNanos()).isPositive();
    }
    assertThat(calls)
        .containsExactly(
            "mirror around scores",
            "windows around scores",
            "network",
            "scores",
            "add-one",
            "double",
            "relabel");
    assertThat(chain.refines()).isTrue();
  }

  @Test
  void givesWhatTheAdapterGivesWithoutSteps() {
    PostProcessingChain chain = chain();
    NetworkPass network = (inputs, geometries) -> new InferenceOutputs(Map.of(), () -> {});
    assertThat(chain.around(network)).isSameAs(network);
    assertThat(label(chain.postprocess(Map.of(), ONE, List.of(IMAGE)))).isEqualTo(42);
    assertThat(chain.refines()).isFalse();
  }

  @Test
  void countsStepsAroundTheNetworkAsNoRefinement() {
    PostProcessingChain chain = chain("mirror");
    Postprocessed result = chain.postprocess(Map.of(), ONE, List.of(IMAGE));
    assertThat(result.refineNanos()).isZero();
    assertThat(chain.refines()).isFalse();
  }

  @Test
  void refusesScoresOfAModelThatGivesNone() {
    assertThatThrownBy(
            () -> PostProcessingChain.of(model("add-one"), new SegmentationsAlone(), known))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model m: post-processor add-one works on class scores, which family f with these"
                + " options does not give, expected a network that scores every class at every"
                + " pixel");
    assertThatThrownBy(
            () -> PostProcessingChain.of(model("mirror"), new SegmentationsAlone(), known))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("post-processor mirror works on class scores");
    PostProcessingChain behind =
        PostProcessingChain.of(model("relabel"), new SegmentationsAlone(), known);
    assertThat(label(behind.postprocess(Map.of(), ONE, List.of(IMAGE)))).isEqualTo(142);
  }

  @Test
  void refusesStepsAroundANetworkThatTakesOnlyItsOwnInputs() {
    // Such as mirrored tiles: a flip would take the mirrored border for the image.
    multiple = OptionalInt.empty();
    assertThatThrownBy(() -> chain("mirror"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model m: post-processor mirror gives the network other inputs, which family f with"
                + " these options does not allow, expected a network that runs on the whole image"
                + " at once");
    assertThat(label(chain("add-one").postprocess(Map.of(), ONE, List.of(IMAGE)))).isEqualTo(4);
  }

  @Test
  void tellsStepsWhatTheFamilyPadsTo() {
    // SegNet's family pads to 2^pools, which its padMultiple of 1 does not say.
    multiple = OptionalInt.of(32);
    chain("mirror");
    assertThat(multiplesSeen).containsExactly(32);
  }

  @Test
  void refusesStepsInTheWrongPlace() {
    for (List<String> ids :
        List.of(
            List.of("add-one", "mirror"),
            List.of("relabel", "mirror"),
            List.of("relabel", "add-one"))) {
      assertThatThrownBy(() -> chain(ids.toArray(String[]::new)))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith(
              "model m: post-processor "
                  + ids.get(1)
                  + " stands behind "
                  + ids.get(0)
                  + ", expected first the steps around the network");
    }
  }

  private PostProcessingChain chain(String... ids) {
    return PostProcessingChain.of(model(ids), new Scoring(), known);
  }

  private static int label(Postprocessed result) {
    return result.segmentations().get(0).semantic().orElseThrow().labels().at(0);
  }

  private ClassScores addOne(ClassScores scores, RgbImage image) {
    calls.add("add-one");
    scores.values()[0] += 1;
    return scores;
  }

  private ClassScores twice(ClassScores scores, RgbImage image) {
    calls.add("double");
    scores.values()[0] *= 2;
    return scores;
  }

  private Segmentations relabel(Segmentations segmentations, RgbImage image) {
    calls.add("relabel");
    return labelled(segmentations.semantic().orElseThrow().labels().at(0) + 100);
  }

  private static Segmentations labelled(int label) {
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(1, 1, new short[] {(short) label})));
  }

  private static ModelSpec model(String... ids) {
    return new ModelSpec(
        "m",
        "M",
        "f",
        new LabelSet("l", List.of(new Category(0, "c", false, 0)), 255),
        List.of(),
        new Preprocessing(
            "in",
            Resize.none(),
            1,
            0,
            ChannelOrder.RGB,
            Layout.NCHW,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1),
        NONE,
        Stream.of(ids).map(id -> new PostProcessorSpec(id, NONE)).toList());
  }

  private final class Around implements PostProcessing.AroundNetwork {
    private final String id;

    private Around(String id) {
      this.id = id;
    }

    @Override
    public NetworkPass around(NetworkPass network, ScoreOutput scores) {
      return (inputs, geometries) -> {
        calls.add(id + " around " + scores.name());
        return network.run(inputs, geometries);
      };
    }
  }

  private final class Step implements PostProcessor {
    private final String id;
    private final PostProcessing processing;

    Step(String id, PostProcessing processing) {
      this.id = id;
      this.processing = processing;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return "A step for tests.";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public PostProcessing forModel(ModelSpec model, Options options) {
      multiplesSeen.add(model.preprocessing().padMultiple());
      return processing;
    }
  }

  private static class SegmentationsAlone implements ModelAdapter {
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
      return List.of(labelled(42));
    }
  }

  /** Its one score is 3; the label is the score. */
  private final class Scoring extends SegmentationsAlone implements ScoringAdapter {
    @Override
    public ScoreOutput scoreOutput() {
      return new ScoreOutput("scores", Layout.NCHW, ScoreOutput.Kind.LOGITS);
    }

    @Override
    public OptionalInt inputMultiple() {
      return multiple;
    }

    @Override
    public List<ClassScores> scores(Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
      calls.add("scores");
      return List.of(new ClassScores(1, 1, 1, new float[] {3}));
    }

    @Override
    public Segmentations segmentation(ClassScores scores) {
      return labelled((int) scores.values()[0]);
    }
  }
}
