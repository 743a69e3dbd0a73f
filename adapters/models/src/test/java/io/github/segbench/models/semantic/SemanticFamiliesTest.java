package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SemanticFamiliesTest {
  private static final LabelSet TWO =
      new LabelSet(
          "two", List.of(new Category(3, "road", false, 0), new Category(7, "car", true, 0)), 255);

  static Stream<Arguments> bundled() {
    return Stream.of(
        Arguments.of(new FcnFamily(), "fcn8s-shapes"),
        Arguments.of(new UnetFamily(), "unet-shapes"),
        Arguments.of(new SegNetFamily(), "segnet-shapes"));
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void decodesTheReferenceOutputExactly(ModelFamily family, String model) throws IOException {
    ShapesReference reference = new ShapesReference(model);
    LabelMap labels =
        decode(
            adapter(family, ShapesReference.labels(), Map.of()),
            Map.of("logits", reference.tensor("logits")),
            ShapesReference.GEOMETRY);
    Tensor expected = reference.tensor("expected_labels");
    byte[] bytes = new byte[(int) expected.elementCount()];
    expected.bytes().get(bytes);
    assertThat(labels)
        .isEqualTo(LabelMap.ofBytes(ShapesReference.SIDE, ShapesReference.SIDE, bytes));
  }

  @Test
  void givesCategoryIdsNotChannels() {
    Tensor logits = Tensor.ofFloats(new float[] {1, 0, 0, 1}, 1, 2, 1, 2);
    assertThat(decode(fcn(Map.of()), Map.of("logits", logits), size(2, 1)).labels())
        .containsExactly((short) 3, (short) 7);
  }

  @Test
  void readsTheOutputThatTheOptionsName() {
    Tensor probabilities = Tensor.ofFloats(new float[] {0.2f, 0.8f, 0.6f, 0.4f}, 1, 1, 2, 2);
    ModelAdapter adapter =
        fcn(Map.of("output", "softmax", "kind", "probabilities", "outputLayout", "NHWC"));
    assertThat(decode(adapter, Map.of("softmax", probabilities), size(2, 1)).labels())
        .containsExactly((short) 7, (short) 3);
  }

  static Stream<Tensor> indexMaps() {
    Tensor bytes = Tensor.allocate(ElementType.UINT8, 1, 1, 2);
    bytes.bytes().put(1, (byte) 1);
    Tensor ints = Tensor.allocate(ElementType.INT32, 1, 1, 1, 2);
    ints.ints().put(1, 1);
    return Stream.of(bytes, ints, Tensor.ofLongs(new long[] {0, 1}, 1, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("indexMaps")
  void readsIndicesOfEveryType(Tensor indices) {
    ModelAdapter adapter = fcn(Map.of("kind", "argmax", "output", "classes"));
    // Two columns to four by nearest neighbour.
    ImageGeometry geometry = new ImageGeometry(4, 1, 2, 1, 2, 1);
    assertThat(decode(adapter, Map.of("classes", indices), geometry).labels())
        .containsExactly((short) 3, (short) 3, (short) 7, (short) 7);
  }

  @Test
  void readsTheSecondIndexMapOfABatch() {
    ModelAdapter adapter = fcn(Map.of("kind", "argmax", "outputLayout", "NHWC"));
    Tensor indices = Tensor.ofLongs(new long[] {0, 0, 1, 0}, 2, 1, 2, 1);
    var decoded = adapter.postprocess(Map.of("logits", indices), List.of(size(2, 1), size(2, 1)));
    assertThat(decoded.get(1).semantic().orElseThrow().labels().labels())
        .containsExactly((short) 7, (short) 3);
  }

  @Test
  void refusesAnIndexBeyondTheLabels() {
    ModelAdapter adapter = fcn(Map.of("kind", "argmax"));
    Tensor indices = Tensor.ofLongs(new long[] {0, 2}, 1, 1, 2);
    assertThatThrownBy(() -> decode(adapter, Map.of("logits", indices), size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' holds class index 2, expected 0 to 1, the categories of"
                + " labels two");
  }

  @Test
  void refusesAnIndexThatIsNoWholeNumber() {
    ModelAdapter adapter = fcn(Map.of("kind", "argmax"));
    Tensor indices = Tensor.ofFloats(new float[] {1, 0.5f}, 1, 1, 2);
    assertThatThrownBy(() -> decode(adapter, Map.of("logits", indices), size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' holds class index 0.5, expected 0 to 1, the categories"
                + " of labels two");
  }

  static Stream<ModelFamily> families() {
    return Stream.of(new FcnFamily(), new UnetFamily(), new SegNetFamily());
  }

  @ParameterizedTest
  @MethodSource("families")
  void refusesALabelSetOfAnotherSizeThanTheNetwork(ModelFamily family) {
    Tensor logits = Tensor.allocate(ElementType.FLOAT32, 1, 3, 1, 2);
    ModelAdapter adapter = adapter(family, TWO, Map.of());
    assertThatThrownBy(() -> decode(adapter, Map.of("logits", logits), size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' is FLOAT32[1, 3, 1, 2], which has 3 channels, expected"
                + " 2, one for each category of labels two");
  }

  @Test
  void refusesAnotherElementType() {
    Tensor logits = Tensor.allocate(ElementType.INT64, 1, 2, 1, 2);
    assertThatThrownBy(() -> decode(fcn(Map.of()), Map.of("logits", logits), size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' is INT64[1, 2, 1, 2], expected FLOAT32[1, 2, h, w]");
  }

  @Test
  void saysWhichOutputsThereAreWhenOneIsMissing() {
    Tensor logits = Tensor.allocate(ElementType.FLOAT32, 1, 2, 1, 2);
    assertThatThrownBy(
            () -> decode(fcn(Map.of()), Map.of("out", logits, "aux", logits), size(2, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' is missing, expected FLOAT32[1, 2, h, w]; "
                + "the network gave [aux, out]");
  }

  @ParameterizedTest
  @CsvSource({
    // multiple of 2^pools; lcm(6, 8) = 24; lcm(32, 8) = 32
    "1, 5, 64, 32",
    "6, 3, 48, 24",
    "32, 3, 64, 32",
  })
  void padsForEveryPoolingOfSegNet(int padMultiple, int pools, int width, int height) {
    ModelFamily family = new SegNetFamily();
    ModelAdapter adapter =
        family.adapterFor(
            Specs.of(
                family,
                TWO,
                Specs.preprocessing(Resize.none(), padMultiple, 1),
                Map.of("pools", pools)));
    RgbImage image = new RgbImage(37, 23, new byte[37 * 23 * 3]);
    try (ModelInput input = adapter.preprocess(List.of(image))) {
      assertThat(input.tensors().get("image").shape()).containsExactly(1, 3, height, width);
    }
  }

  @Test
  void tellsStepsAroundSegNetWhatItPadsTo() {
    // Of 2^5; with padMultiple 1 the scaled inputs of multi-scale would not survive un-pooling.
    assertThat(((ScoringAdapter) adapter(new SegNetFamily(), TWO, Map.of())).inputMultiple())
        .hasValue(32);
  }

  @Test
  void refusesMorePoolsThanAnImageCanTake() {
    assertThatThrownBy(() -> adapter(new SegNetFamily(), TWO, Map.of("pools", 31)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: pools is 31, expected 1 to 12");
  }

  private static ModelAdapter fcn(Map<String, ?> options) {
    return adapter(new FcnFamily(), TWO, options);
  }

  private static ModelAdapter adapter(ModelFamily family, LabelSet labels, Map<String, ?> options) {
    return family.adapterFor(
        Specs.of(family, labels, Specs.preprocessing(Resize.none(), 1, 1), options));
  }

  private static LabelMap decode(
      ModelAdapter adapter, Map<String, Tensor> outputs, ImageGeometry geometry) {
    return adapter.postprocess(outputs, List.of(geometry)).get(0).semantic().orElseThrow().labels();
  }

  private static ImageGeometry size(int width, int height) {
    return new ImageGeometry(width, height, width, height, width, height);
  }
}
