package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SemanticFitTest {
  private static final TensorInfo IMAGE = floats("image", -1, 3, -1, -1);
  private static final TensorInfo LAST = floats("image", -1, -1, -1, 3);

  static Stream<Arguments> signatures() {
    return Stream.of(
        // name of the best family, input, outputs, its options
        Arguments.of(
            "fcn",
            IMAGE,
            List.of(floats("out", -1, 21, -1, -1), floats("aux", -1, 21, -1, -1)),
            Map.of("output", "out")),
        Arguments.of(
            "fcn",
            floats("image", 1, 512, 512, 3),
            List.of(floats("softmax", 1, 512, 512, 21)),
            Map.of("output", "softmax", "kind", "probabilities", "outputLayout", "NHWC")),
        Arguments.of(
            "fcn", LAST, List.of(floats("logits", -1, -1, -1, -1)), Map.of("outputLayout", "NHWC")),
        Arguments.of(
            "fcn",
            IMAGE,
            List.of(new TensorInfo("map", ElementType.INT64, List.of(-1L, -1L, -1L))),
            Map.of("output", "map", "kind", "argmax")),
        Arguments.of(
            "fcn",
            LAST,
            List.of(new TensorInfo("map", ElementType.UINT8, List.of(1L, 512L, 512L, 1L))),
            Map.of("output", "map", "kind", "argmax", "outputLayout", "NHWC")),
        Arguments.of(
            "unet",
            IMAGE,
            List.of(floats("logits", -1, 1, -1, -1)),
            Map.of("kind", "sigmoid-logits")),
        Arguments.of(
            "unet",
            LAST,
            List.of(floats("sigmoid_1", -1, -1, -1, 1)),
            Map.of("output", "sigmoid_1", "kind", "sigmoid-probabilities", "outputLayout", "NHWC")),
        Arguments.of(
            "unet",
            floats("image", 1, 3, 572, 572),
            List.of(floats("logits", 1, 2, 388, 388)),
            Map.of("tile", "572", "border", "92")),
        Arguments.of(
            "segformer",
            floats("pixel_values", 1, 3, 512, 1024),
            List.of(floats("logits", 1, 19, 128, 256)),
            Map.of()));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void proposesTheFamilyAndItsOptions(
      String expected, TensorInfo input, List<TensorInfo> outputs, Map<String, String> options) {
    NetworkSignature signature = new NetworkSignature(List.of(input), outputs);
    ModelFamily best =
        families()
            .max(Comparator.comparing(family -> family.fit(signature).orElseThrow().certainty()))
            .orElseThrow();
    assertThat(best.id()).isEqualTo(expected);
    FamilyFit fit = best.fit(signature).orElseThrow();
    assertThat(fit.options()).isEqualTo(options);
    assertThat(fit.reason()).contains("'" + outputs.get(0).name() + "'").endsWith(".");
  }

  /** A proposal with an option that the family does not know could not be read back. */
  @ParameterizedTest
  @MethodSource("signatures")
  void proposesOptionsThatEveryFamilyKnows(
      String expected, TensorInfo input, List<TensorInfo> outputs, Map<String, String> options) {
    NetworkSignature signature = new NetworkSignature(List.of(input), outputs);
    assertThat(families())
        .allSatisfy(
            family ->
                assertThat(family.options())
                    .extracting(OptionSpec::name)
                    .containsAll(family.fit(signature).orElseThrow().options().keySet()));
  }

  /** FCN's adapter does not pad: a SegNet's un-pooling and a U-Net's skips would fail with it. */
  @Test
  void proposesTheFamilyThatTheOperatorsShow() {
    assertThat(best(Map.of("Conv", 20, "MaxPool", 5, "MaxUnpool", 5)))
        .isEqualTo(Map.entry("segnet", Map.of()));
    assertThat(best(Map.of("Conv", 8, "MaxPool", 3, "MaxUnpool", 3)))
        .isEqualTo(Map.entry("segnet", Map.of("pools", "3")));
    assertThat(best(Map.of("Conv", 19, "Concat", 4, "ConvTranspose", 4)))
        .isEqualTo(Map.entry("unet", Map.of()));
    assertThat(best(Map.of("Conv", 15, "ConvTranspose", 3, "Add", 2)))
        .isEqualTo(Map.entry("fcn", Map.of()));
    assertThat(best(Map.of("Conv", 60, "Concat", 1, "Resize", 2)))
        .isEqualTo(Map.entry("fcn", Map.of()));
  }

  private static Map.Entry<String, Map<String, String>> best(Map<String, Integer> operators) {
    NetworkSignature signature =
        new NetworkSignature(List.of(IMAGE), List.of(floats("logits", -1, 8, -1, -1)), operators);
    ModelFamily best =
        families()
            .max(Comparator.comparing(family -> family.fit(signature).orElseThrow().certainty()))
            .orElseThrow();
    return Map.entry(best.id(), best.fit(signature).orElseThrow().options());
  }

  @Test
  void namesTheOutputWhereItIsNotTheDefault() {
    NetworkSignature signature =
        new NetworkSignature(List.of(IMAGE), List.of(floats("out", -1, 21, -1, -1)));
    assertThat(new DeepLabFamily().fit(signature).orElseThrow().options()).isEmpty();
    assertThat(new SegNetFamily().fit(signature).orElseThrow().options())
        .isEqualTo(Map.of("output", "out"));
  }

  static Stream<NetworkSignature> others() {
    TensorInfo logits = floats("logits", -1, 21, -1, -1);
    return Stream.of(
        // a detector, a classifier, two inputs, one grey channel, one-hot bytes
        new NetworkSignature(List.of(IMAGE), List.of(floats("boxes", -1, 4), logits)),
        new NetworkSignature(List.of(IMAGE), List.of(floats("logits", 1, 1000))),
        new NetworkSignature(List.of(IMAGE, floats("scale", 2)), List.of(logits)),
        new NetworkSignature(List.of(floats("image", 1, 1, 64, 64)), List.of(logits)),
        new NetworkSignature(
            List.of(IMAGE),
            List.of(new TensorInfo("y", ElementType.UINT8, List.of(1L, 21L, 64L, 64L)))),
        new NetworkSignature(List.of(IMAGE), List.of()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void proposesNothingForOtherNetworks(NetworkSignature signature) {
    assertThat(families()).allSatisfy(family -> assertThat(family.fit(signature)).isEmpty());
  }

  private static Stream<ModelFamily> families() {
    return Stream.of(
        new FcnFamily(),
        new DeepLabFamily(),
        new PspNetFamily(),
        new LrasppFamily(),
        new SegFormerFamily(),
        new UnetFamily(),
        new SegNetFamily());
  }

  private static TensorInfo floats(String name, long... shape) {
    return new TensorInfo(name, ElementType.FLOAT32, Arrays.stream(shape).boxed().toList());
  }
}
