package io.github.segbench.models.postprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput.Kind;
import io.github.segbench.models.postprocessing.Fakes.FakeNetwork;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlidingWindowsTest {

  @Test
  void movesTheLastWindowInside() {
    assertThat(WindowAxis.of(10, 10, 4, 3).starts()).containsExactly(0, 3, 6);
    assertThat(WindowAxis.of(11, 11, 4, 3).starts()).containsExactly(0, 3, 6, 7);
    assertThat(WindowAxis.of(4, 4, 4, 3).starts()).containsExactly(0);
    // Padding from 9 on is not covered, though the input has 16.
    assertThat(WindowAxis.of(9, 16, 8, 4).starts()).containsExactly(0, 1);
  }

  @Test
  void cutsTheWindowToASmallInput() {
    WindowAxis axis = WindowAxis.of(3, 3, 4, 2);
    assertThat(axis.length()).isEqualTo(3);
    assertThat(axis.starts()).containsExactly(0);
  }

  @Test
  void isThePlainNetworkWhereTheWindowCoversTheInput() {
    FakeNetwork network = new FakeNetwork(Layout.NCHW, image -> image);
    AroundNetwork step = step(Map.of("width", 8), 1, Layout.NCHW);
    Planes image = random(1, 3, 6, 8);
    Planes scores = Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(8, 6, 8, 6));
    assertThat(scores.values()).containsExactly(image.values());
    assertThat(network.sizes).containsExactly("8x6");
  }

  @ParameterizedTest
  @CsvSource({
    "mean, logits, NCHW",
    "gaussian, logits, NHWC",
    "centre, logits, NCHW",
    "gaussian, probabilities, NCHW",
    "mean, probabilities, NHWC",
  })
  void puzzlesTheMapTogether(String blend, String average, Layout layout) {
    // A network that sees each pixel alone says the same in every window.
    FakeNetwork network = new FakeNetwork(layout, image -> image);
    AroundNetwork step =
        step(
            Map.of("width", 5, "height", 4, "overlap", 0.3, "blend", blend, "average", average),
            1,
            layout);
    Planes image = random(2, 3, 9, 13);
    Planes scores = Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(13, 9, 13, 9));
    // Columns 0, 3, 6, 8 and rows 0, 2, 4, 5: strides of 0.7 * 5 and 0.7 * 4, rounded down.
    assertThat(network.sizes).hasSize(16).containsOnly("5x4");
    if (average.equals("logits")) {
      assertThat(scores.values()).containsExactly(image.values(), within(1e-5f));
    } else {
      new ScoreSpace(Kind.LOGITS, true).enter(scores);
      new ScoreSpace(Kind.LOGITS, true).enter(image);
      assertThat(scores.values()).containsExactly(image.values(), within(1e-5f));
    }
  }

  @Test
  void weighsWindowsWhereTheyOverlap() {
    // Windows 0..3 and 2..5; the first scores 0, the second 1.
    assertThat(twoWindows("mean")).containsExactly(0, 0, 0.5f, 0.5f, 1, 1);
    assertThat(twoWindows("centre")).containsExactly(0, 0, 0, 1, 1, 1);
    // Standard deviation 4/8: cells lie 1.5 and 0.5 from the centre, that is 3 and 1 of it, with
    // weights e^-4.5 = 0.011109 and e^-0.5 = 0.606531. Column 2: 0.011109 / 0.617640 = 0.017986.
    assertThat(twoWindows("gaussian"))
        .containsExactly(new float[] {0, 0, 0.017986f, 0.982014f, 1, 1}, within(1e-5f));
  }

  @Test
  void placesStridedScores() {
    // One score for 2x2 pixels: the mean of them.
    FakeNetwork network = new FakeNetwork(Layout.NCHW, SlidingWindowsTest::halved);
    AroundNetwork step =
        step(Map.of("width", 4, "overlap", 0.5, "average", "logits"), 2, Layout.NCHW);
    Planes image = random(1, 3, 6, 10);
    Planes scores = Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(10, 6, 10, 6));
    assertThat(scores.width()).isEqualTo(5);
    assertThat(scores.height()).isEqualTo(3);
    assertThat(scores.values()).containsExactly(halved(image).values(), within(1e-6f));
  }

  @Test
  void refusesWindowsThatBeginBetweenScores() {
    FakeNetwork network = new FakeNetwork(Layout.NCHW, SlidingWindowsTest::halved);
    AroundNetwork step = step(Map.of("width", 4, "overlap", 0.25), 1, Layout.NCHW);
    Planes image = random(1, 3, 4, 10);
    assertThatThrownBy(
            () -> Fakes.run(step, network, Kind.LOGITS, image, Fakes.geometry(10, 4, 10, 4)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("sliding-window: the network has 2 scores for a window of 4 pixels")
        .hasMessageContaining("pixel 3 falls between two");
  }

  @Test
  void refusesWindowsThatTheNetworkCannotTake() {
    assertThatThrownBy(() -> step(Map.of("width", 48), 32, Layout.NCHW))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: post-processor sliding-window: a window of 48x48, expected sides that"
                + " are multiples of 32");
    assertThatThrownBy(() -> step(Map.of("width", 48, "overlap", 1), 1, Layout.NCHW))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("overlap is 1.0, expected less than 1");
  }

  private static float[] twoWindows(String blend) {
    int[] calls = {0};
    FakeNetwork network =
        new FakeNetwork(
            Layout.NCHW,
            image -> {
              Planes scores = Planes.zeros(1, 2, 1, 4);
              Arrays.fill(scores.values(), calls[0]++);
              return scores;
            });
    AroundNetwork step =
        step(
            Map.of("width", 4, "overlap", 0.5, "blend", blend, "average", "logits"),
            1,
            Layout.NCHW);
    Planes scores =
        Fakes.run(step, network, Kind.LOGITS, Planes.zeros(1, 3, 1, 6), Fakes.geometry(6, 1, 6, 1));
    return Arrays.copyOf(scores.values(), 6);
  }

  private static AroundNetwork step(Map<String, ?> options, int padMultiple, Layout layout) {
    return Fakes.step(
        new SlidingWindowPostProcessor(), Fakes.model(padMultiple, layout), new HashMap<>(options));
  }

  private static Planes halved(Planes image) {
    Planes half = Planes.zeros(1, image.channels(), image.height() / 2, image.width() / 2);
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int y = 0; y < half.height(); y++) {
        for (int x = 0; x < half.width(); x++) {
          int from = image.start(0, channel) + 2 * y * image.width() + 2 * x;
          float[] values = image.values();
          half.values()[half.start(0, channel) + y * half.width() + x] =
              (values[from]
                      + values[from + 1]
                      + values[from + image.width()]
                      + values[from + image.width() + 1])
                  / 4;
        }
      }
    }
    return half;
  }

  private static Planes random(int count, int channels, int height, int width) {
    Planes planes = Planes.zeros(count, channels, height, width);
    Random random = new Random(5);
    for (int i = 0; i < planes.values().length; i++) {
      planes.values()[i] = 4 * random.nextFloat() - 2;
    }
    return planes;
  }
}
