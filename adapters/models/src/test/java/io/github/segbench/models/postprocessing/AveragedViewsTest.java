package io.github.segbench.models.postprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoreOutput.Kind;
import io.github.segbench.models.postprocessing.Fakes.FakeNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AveragedViewsTest {
  private static final Map<String, String> LOGITS = Map.of("average", "logits");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void mirrorsTheScoresBack(Layout layout) {
    // The network's first score is the column; seen from the right, column x is 3 - x.
    Planes scores = flip(layout, LOGITS, Fakes.geometry(4, 2, 4, 2), AveragedViewsTest::columns);
    assertThat(Arrays.copyOf(scores.values(), 8)).containsOnly(1.5f);
  }

  @Test
  void mirrorsTheImageWithoutItsPadding() {
    // Of 4 columns the last is padding: column x is seen as 2 - x, and the mean is 1.
    Planes scores =
        flip(Layout.NCHW, LOGITS, Fakes.geometry(3, 2, 4, 2), AveragedViewsTest::columns);
    assertThat(Arrays.copyOf(scores.values(), 3)).containsOnly(1f);
  }

  @Test
  void mirrorsStridedScoresWhereThePixelsAre() {
    // One score for two columns; 6 of 8 columns are image, so that cell c is seen as 2 - c.
    Planes scores =
        flip(
            Layout.NCHW,
            LOGITS,
            Fakes.geometry(6, 2, 8, 2),
            image -> columns(Planes.zeros(1, 3, 1, image.width() / 2)));
    assertThat(scores.width()).isEqualTo(4);
    assertThat(Arrays.copyOf(scores.values(), 3)).containsOnly(1f);
  }

  @Test
  void looksInFourWaysWithBothMirrors() {
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    AroundNetwork step =
        Fakes.step(new FlipPostProcessor(), model, Map.of("vertical", true, "average", "logits"));
    // The value of the pixel that stands at the upper left in each view, at the upper left.
    FakeNetwork network =
        new FakeNetwork(
            Layout.NCHW, image -> Fakes.planes(2, 2, 2, image.values()[0], 0, 0, 0, 0, 0, 0, 0));
    Planes image = Fakes.planes(3, 2, 2, 1, 2, 4, 8);
    Planes scores = Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(2, 2, 2, 2));
    // Plain: 1 at the upper left; mirrored in x: 2 at the upper right; and so on; by 4 views.
    assertThat(Arrays.copyOf(scores.values(), 4)).containsExactly(0.25f, 0.5f, 1, 2);
  }

  @Test
  void averagesProbabilitiesUnlessLogitsAreAskedFor() {
    // Logits ln 3 and 0 where the pixel is 1, else 0 and 0: probabilities 3/4 and 1/2.
    float ln3 = (float) Math.log(3);
    FakeNetwork network =
        new FakeNetwork(
            Layout.NCHW, image -> Fakes.planes(2, 1, 2, image.values()[0] * ln3, 0, 0, 0));
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    Planes image = Fakes.planes(3, 1, 2, 1, 0);
    Planes scores =
        Fakes.run(
            Fakes.step(new FlipPostProcessor(), model, Map.of()),
            network,
            Kind.LOGITS,
            image,
            Fakes.geometry(2, 1, 2, 1));
    // Left pixel: 3/4 as it is, 1/2 mirrored: 5/8 against 3/8.
    assertThat(scores.values()[0] - scores.values()[2])
        .isCloseTo((float) Math.log(5.0 / 3), within(1e-6f));
    Planes logits =
        Fakes.run(
            Fakes.step(new FlipPostProcessor(), model, LOGITS),
            network,
            Kind.LOGITS,
            image,
            Fakes.geometry(2, 1, 2, 1));
    assertThat(logits.values()[0] - logits.values()[2]).isCloseTo(ln3 / 2, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"probabilities", "logits"})
  void comesBackInTheFormOfTheNetwork(String average) {
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    AroundNetwork step = Fakes.step(new FlipPostProcessor(), model, Map.of("average", average));
    // All views alike: the mean is what each of them says, up to a constant for logits.
    Planes half = Fakes.planes(2, 1, 2, 0.25f, 0.25f, 0.75f, 0.75f);
    Planes same =
        Fakes.run(
            step,
            new FakeNetwork(Layout.NCHW, image -> half.crop(0, 0, 2, 1)),
            Kind.PROBABILITIES,
            Fakes.planes(3, 1, 2),
            Fakes.geometry(2, 1, 2, 1));
    assertThat(same.values()).containsExactly(half.values(), within(1e-6f));
    Planes sigmoid = Fakes.planes(1, 1, 2, -3, -3);
    Planes one =
        Fakes.run(
            step,
            new FakeNetwork(Layout.NCHW, image -> sigmoid.crop(0, 0, 2, 1)),
            Kind.SIGMOID_LOGITS,
            Fakes.planes(3, 1, 2),
            Fakes.geometry(2, 1, 2, 1));
    assertThat(one.values()).containsExactly(sigmoid.values(), within(1e-5f));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void letsNoPaddingIntoScaledImages(Layout layout) {
    ModelSpec model = Fakes.model(4, layout);
    AroundNetwork step =
        Fakes.step(
            new MultiScalePostProcessor(),
            model,
            Map.of("scales", List.of("0.5", "1", "1.7"), "flip", true, "average", "logits"));
    List<Float> lastPixels = new ArrayList<>();
    FakeNetwork network =
        new FakeNetwork(
            layout,
            image -> {
              lastPixels.add(image.values()[image.plane() - 1]);
              return image;
            });
    Planes image = Planes.zeros(2, 3, 4, 8);
    Arrays.fill(image.values(), 1000);
    for (int plane = 0; plane < 6; plane++) {
      for (int y = 0; y < 3; y++) {
        Arrays.fill(image.values(), (plane * 4 + y) * 8, (plane * 4 + y) * 8 + 5, plane);
      }
    }
    Planes scores = Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(5, 3, 8, 4));
    for (int plane = 0; plane < 6; plane++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 5; x++) {
          assertThat(scores.values()[(plane * 4 + y) * 8 + x]).isCloseTo(plane, within(1e-5f));
        }
      }
    }
    assertThat(lastPixels).as("the model's padding").containsOnly(1000f);
    // 5x3 at 0.5 is 3x2 (halves up), padded to 4x4; at 1.7 it is 9x5, padded to 12x8.
    assertThat(network.sizes).containsExactly("4x4", "4x4", "8x4", "8x4", "12x8", "12x8");
  }

  @Test
  void bringsScalesBackToThePixelsTheyCameFrom() {
    // A ramp stays a ramp when it is stretched and shrunk, but for its clamped ends.
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    AroundNetwork step =
        Fakes.step(
            new MultiScalePostProcessor(),
            model,
            Map.of("scales", List.of("2"), "average", "logits"));
    Planes ramp = columns(Planes.zeros(1, 3, 2, 10));
    Planes scores =
        Fakes.run(
            step,
            new FakeNetwork(Layout.NCHW, image -> image),
            Kind.LOGITS,
            ramp,
            Fakes.geometry(10, 2, 10, 2));
    for (int x = 1; x < 9; x++) {
      assertThat(scores.values()[x]).isCloseTo(x, within(1e-5f));
    }
  }

  @Test
  void changesNothingWithScaleOneAlone() {
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    AroundNetwork step =
        Fakes.step(
            new MultiScalePostProcessor(),
            model,
            Map.of("scales", List.of("1"), "average", "logits"));
    Planes image = Planes.zeros(1, 3, 5, 7);
    Random random = new Random(3);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = random.nextFloat();
    }
    Planes scores =
        Fakes.run(
            step,
            new FakeNetwork(Layout.NCHW, input -> input),
            Kind.LOGITS,
            image,
            Fakes.geometry(7, 5, 7, 5));
    assertThat(scores.values()).containsExactly(image.values());
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"NCHW", "NHWC"})
  void averagesOneChannelOfRankThree(Layout layout) {
    // Probabilities 0.2 and 0.6 of foreground, [1, 1, 2]; the mean with the mirrored view is 0.4.
    var pass =
        Fakes.step(new FlipPostProcessor(), Fakes.model(1, layout), Map.of())
            .around(
                (inputs, geometries) ->
                    new InferenceOutputs(
                        Map.of("scores", Tensor.ofFloats(new float[] {0.2f, 0.6f}, 1, 1, 2)),
                        () -> {}),
                new ScoreOutput("scores", layout, Kind.PROBABILITIES));
    try (InferenceOutputs outputs =
        pass.run(
            Map.of("image", Planes.zeros(1, 3, 1, 2).tensor(layout)),
            List.of(Fakes.geometry(2, 1, 2, 1)))) {
      assertThat(Planes.of(outputs.tensors().get("scores"), layout).values())
          .containsExactly(new float[] {0.4f, 0.4f}, within(1e-6f));
    }
  }

  @Test
  void saysWhichOutputIsNoScores() {
    ModelSpec model = Fakes.model(1, Layout.NCHW);
    AroundNetwork step = Fakes.step(new FlipPostProcessor(), model, Map.of());
    var pass =
        step.around(
            (inputs, geometries) -> new InferenceOutputs(Map.of(), () -> {}),
            new ScoreOutput("scores", Layout.NCHW, Kind.LOGITS));
    assertThatThrownBy(
            () ->
                pass.run(
                    Map.of("image", Planes.zeros(1, 3, 2, 2).tensor(Layout.NCHW)),
                    List.of(Fakes.geometry(2, 2, 2, 2))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'scores' is missing, expected FLOAT32 class scores of 4"
                + " dimensions");
  }

  private static Planes flip(
      Layout layout,
      Map<String, ?> options,
      ImageGeometry geometry,
      UnaryOperator<Planes> network) {
    AroundNetwork step = Fakes.step(new FlipPostProcessor(), Fakes.model(1, layout), options);
    Planes image = Planes.zeros(1, 3, geometry.inputHeight(), geometry.inputWidth());
    return Fakes.run(step, new FakeNetwork(layout, network), Kind.LOGITS, image, geometry);
  }

  /** Every value is its column. */
  private static Planes columns(Planes like) {
    Planes columns = Planes.zeros(like.count(), like.channels(), like.height(), like.width());
    for (int i = 0; i < columns.values().length; i++) {
      columns.values()[i] = i % like.width();
    }
    return columns;
  }
}
