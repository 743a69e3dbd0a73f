package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.Specs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoringSemanticAdapterTest {
  private static final LabelSet THREE = labels("three", 2, 5, 9);
  private static final LabelSet TWO = labels("two", 4, 6);

  @Test
  void saysWhereTheScoresAre() {
    ScoringAdapter adapter =
        adapter(THREE, Map.of("output", "out", "kind", "probabilities", "outputLayout", "NHWC"));
    assertThat(adapter.scoreOutput())
        .isEqualTo(new ScoreOutput("out", Layout.NHWC, ScoreOutput.Kind.PROBABILITIES));
    assertThat(adapter(TWO, Map.of("kind", "sigmoid-logits")).scoreOutput().kind())
        .isEqualTo(ScoreOutput.Kind.SIGMOID_LOGITS);
  }

  @Test
  void givesNoScoresOfIndexMaps() {
    assertThat(plain(THREE, Map.of("kind", "argmax"))).isNotInstanceOf(ScoringAdapter.class);
  }

  @Test
  void turnsInterpolatedLogitsToProbabilities() {
    // Two columns to four: weights of the right column 0, 1/4, 3/4, 1. Channel 0 is 0 and
    // 4 ln 2, so 0, ln 2, 3 ln 2, 4 ln 2; the others are 0: exponentials 1, 2, 8, 16 beside 1 + 1.
    float logit = (float) (4 * Math.log(2));
    Tensor logits = Tensor.ofFloats(new float[] {0, logit, 0, 0, 0, 0}, 1, 3, 1, 2);
    ClassScores scores =
        scores(adapter(THREE, Map.of()), logits, new ImageGeometry(4, 1, 2, 1, 2, 1));
    assertThat(scores.classCount()).isEqualTo(3);
    float[] expected = {
      1 / 3f, 2 / 4f, 8 / 10f, 16 / 18f,
      1 / 3f, 1 / 4f, 1 / 10f, 1 / 18f,
      1 / 3f, 1 / 4f, 1 / 10f, 1 / 18f,
    };
    assertThat(scores.values()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void keepsProbabilitiesAsTheyAre() {
    Tensor probabilities = Tensor.ofFloats(new float[] {0.2f, 0.3f, 0.5f}, 1, 3, 1, 1);
    ScoringAdapter adapter = adapter(THREE, Map.of("kind", "probabilities"));
    assertThat(scores(adapter, probabilities, size(1, 1)).values())
        .containsExactly(0.2f, 0.3f, 0.5f);
  }

  @Test
  void splitsASigmoidIntoBackgroundAndForeground() {
    // The sigmoid of ln 3 is 3/4.
    Tensor logits = Tensor.ofFloats(new float[] {0, (float) Math.log(3)}, 1, 1, 1, 2);
    ScoringAdapter adapter = adapter(TWO, Map.of("kind", "sigmoid-logits"));
    assertThat(scores(adapter, logits, size(2, 1)).values())
        .containsExactly(new float[] {0.5f, 0.25f, 0.5f, 0.75f}, within(1e-6f));
    assertThat(labels(adapter, logits, size(2, 1)).labels()).containsExactly((short) 4, (short) 6);
  }

  /** Logits that no float32 probability tells apart. */
  @Test
  void keepsTheBestClassWhereProbabilitiesWouldTie() {
    // e to the power of 1e-30 is 1 in any precision: all three probabilities are a third.
    Tensor near = Tensor.ofFloats(new float[] {0, 1e-30f, 0}, 1, 3, 1, 1);
    ScoringAdapter adapter = adapter(THREE, Map.of());
    requireAgreement(adapter, near, size(1, 1));
    assertThat(labels(adapter, near, size(1, 1)).labels()).containsExactly((short) 5);
    assertThat(scores(adapter, near, size(1, 1)).values())
        .containsExactly(1 / 3f, Math.nextUp(1 / 3f), 1 / 3f);
    // Of one channel: a logit just above 0 is foreground, its sigmoid rounds to a half.
    Tensor tiny = Tensor.ofFloats(new float[] {1e-30f, 0, -1e-30f}, 1, 1, 1, 3);
    ScoringAdapter sigmoid = adapter(TWO, Map.of("kind", "sigmoid-logits"));
    requireAgreement(sigmoid, tiny, size(3, 1));
    assertThat(labels(sigmoid, tiny, size(3, 1)).labels())
        .containsExactly((short) 6, (short) 4, (short) 4);
  }

  @ParameterizedTest
  @CsvSource({
    "logits, NCHW, false",
    "logits, NHWC, true",
    "probabilities, NCHW, true",
    "sigmoid-logits, NCHW, false",
    "sigmoid-probabilities, NHWC, false",
  })
  void decidesFromScoresWhatItDecidesFromTheOutput(
      String kind, Layout layout, boolean alignCorners) {
    Random random = new Random(7);
    boolean sigmoid = kind.startsWith("sigmoid");
    Map<String, Object> options = new HashMap<>();
    options.put("kind", kind);
    options.put("outputLayout", layout.name());
    options.put("alignCorners", alignCorners);
    options.put("threshold", 0.3);
    ScoringAdapter adapter = adapter(sigmoid ? TWO : THREE, options);
    int channels = sigmoid ? 1 : 3;
    for (int round = 0; round < 20; round++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      float[] values = new float[channels * height * width];
      for (int i = 0; i < values.length; i++) {
        // Coarse steps, so that there are ties.
        values[i] = kind.endsWith("logits") ? random.nextInt(5) - 2 : random.nextInt(5) / 4f;
      }
      Tensor tensor =
          layout == Layout.NCHW
              ? Tensor.ofFloats(values, 1, channels, height, width)
              : Tensor.ofFloats(values, 1, height, width, channels);
      requireAgreement(
          adapter, tensor, new ImageGeometry(1 + random.nextInt(30), 17, 10, 9, 12, 12));
    }
  }

  @Test
  void cutsASigmoidAtItsThreshold() {
    // The logit of 0.8 is ln 4 = 1.386.
    Tensor logits = Tensor.ofFloats(new float[] {1.38f, 1.39f, -5}, 1, 1, 3);
    ScoringAdapter adapter = adapter(TWO, Map.of("kind", "sigmoid-logits", "threshold", 0.8));
    assertThat(labels(adapter, logits, size(3, 1)).labels())
        .containsExactly((short) 4, (short) 6, (short) 4);
    requireAgreement(adapter, logits, size(3, 1));
    // A probability equal to the threshold is background.
    Tensor probabilities = Tensor.ofFloats(new float[] {0.8f, 0.81f}, 1, 1, 2, 1);
    ScoringAdapter cut =
        adapter(
            TWO, Map.of("kind", "sigmoid-probabilities", "threshold", 0.8, "outputLayout", "NHWC"));
    assertThat(labels(cut, probabilities, size(2, 1)).labels())
        .containsExactly((short) 4, (short) 6);
  }

  @Test
  void refusesAThresholdThatIsNoProbability() {
    assertThatThrownBy(() -> adapter(TWO, Map.of("kind", "sigmoid-logits", "threshold", 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: threshold is 1.0, expected more than 0 and less than 1");
  }

  @Test
  void refusesASigmoidOfOtherThanTwoCategories() {
    assertThatThrownBy(() -> adapter(THREE, Map.of("kind", "sigmoid-probabilities")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: labels three have 3 categories, expected 2 for an output of kind"
                + " sigmoid-probabilities: background, then foreground");
  }

  @Test
  void refusesASecondChannelOfASigmoid() {
    Tensor logits = Tensor.ofFloats(new float[4], 1, 2, 1, 2);
    ScoringAdapter adapter = adapter(TWO, Map.of("kind", "sigmoid-logits"));
    assertThatThrownBy(() -> labels(adapter, logits, size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' is FLOAT32[1, 2, 1, 2], expected FLOAT32[1, 1, h, w]");
  }

  private static void requireAgreement(
      ScoringAdapter adapter, Tensor tensor, ImageGeometry geometry) {
    ClassScores scores = scores(adapter, tensor, geometry);
    LabelMap expected = labels(adapter, tensor, geometry);
    assertThat(label(adapter.segmentation(scores))).isEqualTo(expected);
  }

  private static ClassScores scores(ScoringAdapter adapter, Tensor tensor, ImageGeometry geometry) {
    return adapter.scores(Map.of(adapter.scoreOutput().name(), tensor), List.of(geometry)).get(0);
  }

  private static LabelMap labels(ScoringAdapter adapter, Tensor tensor, ImageGeometry geometry) {
    return label(
        adapter
            .postprocess(Map.of(adapter.scoreOutput().name(), tensor), List.of(geometry))
            .get(0));
  }

  private static LabelMap label(Segmentations segmentations) {
    return segmentations.semantic().orElseThrow().labels();
  }

  private static ScoringAdapter adapter(LabelSet labels, Map<String, ?> options) {
    return (ScoringAdapter) plain(labels, options);
  }

  private static ModelAdapter plain(LabelSet labels, Map<String, ?> options) {
    FcnFamily family = new FcnFamily();
    return family.adapterFor(
        Specs.of(family, labels, Specs.preprocessing(Resize.none(), 1, 1), options));
  }

  private static ImageGeometry size(int width, int height) {
    return new ImageGeometry(width, height, width, height, width, height);
  }

  private static LabelSet labels(String id, int... ids) {
    return new LabelSet(
        id,
        Arrays.stream(ids)
            .mapToObj(label -> new Category(label, "category " + label, false, 0))
            .toList(),
        255);
  }
}
