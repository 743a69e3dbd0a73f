package io.github.segbench.inspect.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.inspect.file.InputSize;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.shape.MacCount.Uncounted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxReaderTest {
  private static final int FLOAT = GraphMaker.FLOAT;
  private static final int INT8 = TensorProto.DataType.INT8_VALUE;

  @TempDir private Path folder;

  /** A convolution that halves the sides and a transposed one that doubles them. */
  private static GraphMaker small() {
    return new GraphMaker()
        .input("image", "n", 3, "h", "w")
        .weight("w1", FLOAT, 4, 3, 3, 3)
        .weight("b1", FLOAT, 4)
        .weight("w2", FLOAT, 4, 2, 2, 2)
        .node(
            "Conv",
            List.of("image", "w1", "b1"),
            "a",
            GraphMaker.ints("strides", 2, 2),
            GraphMaker.ints("pads", 1, 1, 1, 1))
        .node("Relu", List.of("a"), "b")
        .node("ConvTranspose", List.of("b", "w2"), "logits", GraphMaker.ints("strides", 2, 2))
        .output("logits", "n", 2, "h", "w");
  }

  private OnnxSummary read(GraphMaker graph, String size) {
    return OnnxReader.read(
        graph.write(folder.resolve("net.onnx")), InputSize.parse(size).orElse(null));
  }

  @Test
  void countsConvolutionsOfBothKinds() {
    OnnxSummary summary = read(small(), "10x6");
    // Conv: 5 x 3 positions, 4 channels, 3 x 3 x 3 taps: 15 * 4 * 27 = 1620.
    // ConvTranspose: 5 x 3 positions of 4 channels, 2 x 2 x 2 taps each: 60 * 8 = 480.
    assertThat(summary.macs()).isPresent();
    assertThat(summary.macs().get().known()).isEqualTo(2100);
    assertThat(summary.macs().get().byOperator())
        .isEqualTo(Map.of("Conv", 1620L, "ConvTranspose", 480L));
    assertThat(summary.macs().get().uncounted()).isEmpty();
    // 108 + 4 + 32.
    assertThat(summary.parameters().parameters()).isEqualTo(144);
    assertThat(summary.parameters().bytes()).isEqualTo(4 * 144);
  }

  /** Pooling by 2 and back gives 8 x 4 for 9 x 5. */
  @ParameterizedTest
  @ValueSource(strings = {"Concat", "Add"})
  void saysThatFeatureMapsOfASizeDoNotFit(String operator) {
    GraphMaker graph =
        new GraphMaker()
            .input("image", "n", 3, "h", "w")
            .weight("w", FLOAT, 3, 3, 2, 2)
            .node(
                "MaxPool",
                List.of("image"),
                "half",
                GraphMaker.ints("kernel_shape", 2, 2),
                GraphMaker.ints("strides", 2, 2))
            .node("ConvTranspose", List.of("half", "w"), "whole", GraphMaker.ints("strides", 2, 2))
            .node(operator, List.of("image", "whole"), "joined", GraphMaker.integer("axis", 1))
            .output("joined", "n", "c", "h", "w");

    assertThatThrownBy(() -> read(graph, "9x5"))
        .isInstanceOf(InspectException.class)
        .hasMessageEndingWith(
            "net.onnx cannot take images of 9x5: "
                + operator
                + " joined joins [1, 3, 5, 9] and [1, 3, 4, 8]");
    assertThat(read(graph, "8x4").macs()).isPresent();
  }

  @Test
  void tellsNamesAndVersions() {
    OnnxSummary summary = read(small(), "");
    assertThat(summary.producer()).isEqualTo("maker 1");
    assertThat(summary.opsets()).isEqualTo(Map.of("ai.onnx", 16L));
    assertThat(summary.inputs().get(0).shapeText()).isEqualTo("[n, 3, h, w]");
    assertThat(summary.outputs().get(0).sizes()).containsExactly(-1L, 2L, -1L, -1L);
    assertThat(summary.operators()).isEqualTo(Map.of("Conv", 1, "Relu", 1, "ConvTranspose", 1));
    assertThat(summary.weights().precision()).isEqualTo(Precision.FP32);
  }

  @Test
  void countsNothingWithoutASize() {
    assertThat(read(small(), "").macs()).isEmpty();
  }

  @Test
  void refusesAnotherSizeThanTheFileFixes() {
    GraphMaker fixed =
        new GraphMaker().input("image", 1, 3, 8, 8).node("Relu", List.of("image"), "y").output("y");
    assertThatThrownBy(() -> read(fixed, "9x8"))
        .isInstanceOf(InspectException.class)
        .hasMessageContaining("'image' is fixed to 8x8");
  }

  @Test
  void followsSizesThatTheGraphComputes() {
    // Resized to twice its own height and width, as PyTorch exports interpolation.
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, "h", "w")
            .weight("w", FLOAT, 5, 3, 1, 1)
            .numbers("from", 2)
            .numbers("to", 4)
            .numbers("two", 2)
            .numbers("front", 1, 3)
            .node("Shape", List.of("image"), "shape")
            .node("Slice", List.of("shape", "from", "to"), "hw")
            .node("Mul", List.of("hw", "two"), "twice")
            .node("Concat", List.of("front", "twice"), "sizes", GraphMaker.integer("axis", 0))
            .node("Resize", List.of("image", "", "", "sizes"), "large")
            .node("Conv", List.of("large", "w"), "y")
            .output("y", 1, 5, "h2", "w2");
    // 14 x 8 positions, 5 channels, 3 taps.
    assertThat(read(graph, "7x4").macs().orElseThrow().known()).isEqualTo(14 * 8 * 5 * 3);
  }

  @Test
  void namesWhatOnlyARunTells() {
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .weight("w", FLOAT, 48, 10)
            .node("NonZero", List.of("image"), "found")
            .numbers("rows", -1, 48)
            .node("Reshape", List.of("found", "rows"), "features")
            .node("Gemm", List.of("features", "w"), "y")
            .output("y", "n", 10);
    assertThat(read(graph, "").macs().orElseThrow().uncounted())
        .containsExactly(new Uncounted("Gemm y", 480));
  }

  @Test
  void customOperatorsAreNamedAndNotCountedAsFree() {
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .nodeOf("my.ops", "Magic", List.of("image"), "y")
            .output("y", 1, 3, 4, 4);
    OnnxSummary summary = read(graph, "");
    assertThat(summary.customDomains()).containsExactly("my.ops");
    assertThat(summary.macs().orElseThrow().uncounted())
        .containsExactly(new Uncounted("Magic y", -1));
  }

  @Test
  void branchesThatCostDifferentlyAreNotCounted() {
    GraphMaker costly =
        new GraphMaker()
            .weight("w", FLOAT, 1, 3, 1, 1)
            .node("Conv", List.of("image", "w"), "t")
            .output("t", 1, 1, 4, 4);
    GraphMaker free = new GraphMaker().node("Relu", List.of("image"), "e").output("e", 1, 3, 4, 4);
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .node("NonZero", List.of("image"), "z")
            .node(
                "If",
                List.of("z"),
                "y",
                GraphMaker.graph("then_branch", costly),
                GraphMaker.graph("else_branch", free))
            .output("y", 1, "c", 4, 4);
    assertThat(read(graph, "").macs().orElseThrow().uncounted())
        .containsExactly(new Uncounted("Conv in If y", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "ConvInteger, 'image,w', 'int8, dynamic (scales are found while it runs)'",
    "QuantizeLinear, 'image,s,z', fp32"
  })
  void tellsQuantisation(String type, String inputs, String description) {
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .weight("w", INT8, 2, 3, 1, 1)
            .weight("s", FLOAT)
            .weight("z", INT8)
            .weight("f", FLOAT, 9)
            .node(type, Arrays.asList(inputs.split(",")), "y")
            .output("y", 1, 2, 4, 4);
    OnnxSummary summary = read(graph, "");
    assertThat(summary.weights().description()).isEqualTo(description);
    // The scale and the zero point are no parameters: 6 of w, 9 of f.
    assertThat(summary.parameters().parameters()).isEqualTo(15);
  }

  @Test
  void countsQuantisedConvolutions() {
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .weight("w", INT8, 2, 3, 1, 1)
            .node("ConvInteger", List.of("image", "w"), "y")
            .output("y", 1, 2, 4, 4);
    assertThat(read(graph, "").macs().orElseThrow().known()).isEqualTo(16 * 2 * 3);
  }

  @Test
  void findsFilesThatHoldTheWeights() {
    TensorProto outside =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(FLOAT)
            .addDims(100)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", "weights.bin"))
            .addExternalData(entry("offset", "4096"))
            .build();
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 3, 4, 4)
            .initializer(outside)
            .node("Relu", List.of("image"), "y")
            .output("y", 1, 3, 4, 4);
    assertThat(read(graph, "").externalFiles()).isEqualTo(Map.of("weights.bin", 4096L + 400));
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  @Test
  void readsTensorsThatAreTooLargeToKeep() {
    // 40,000 bytes of data are skipped; what is behind them must still be found.
    GraphMaker graph =
        new GraphMaker()
            .input("image", 1, 100, 4, 4)
            .weight("w", FLOAT, 100, 100, 1, 1)
            .node("Conv", List.of("image", "w"), "y")
            .output("y", 1, 100, 4, 4);
    assertThat(read(graph, "").outputs()).hasSize(1);
    assertThat(read(graph, "").parameters().parameters()).isEqualTo(10_000);
  }

  @Test
  void refusesTensorsWithTooFewData() {
    TensorProto wrong =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(FLOAT)
            .addDims(5000)
            .setRawData(ByteString.copyFrom(new byte[10_000]))
            .build();
    GraphMaker graph =
        new GraphMaker().input("image", 1, 3, 4, 4).initializer(wrong).output("image", 1, 3, 4, 4);
    assertThatThrownBy(() -> read(graph, ""))
        .isInstanceOf(InspectException.class)
        .hasMessageContaining("tensor w [5000] float32 has 10000 bytes, expected 20000");
  }

  @Test
  void everyCutOffFileIsRefused() throws IOException {
    byte[] whole = small().bytes();
    Path file = folder.resolve("cut.onnx");
    for (int length = 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      if (length < whole.length - 4) {
        assertThatThrownBy(() -> OnnxReader.read(file, null))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(InspectException.class)
            .hasMessageContaining("no ONNX model");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"fcn8s, 211804160", "unet, 635043840", "segnet, 419954688"})
  void bundledNetworksHaveTheOperationsOfTheirCards(String network, long macs) {
    assertThat(bundled(network).macs().orElseThrow().known()).isEqualTo(macs);
    assertThat(bundled(network).macs().orElseThrow().uncounted()).isEmpty();
  }

  /**
   * The cards count the reference image, with its 80 proposals for the four layers of the box head
   * and 5 and 10 detections for the six of the mask head.
   */
  @ParameterizedTest
  @CsvSource({"maskrcnn, 5, 642480128", "upsnet, 10, 894891008"})
  void bundledDetectorsHaveTheOperationsOfTheirCards(String network, long detections, long macs) {
    var count = bundled(network).macs().orElseThrow();
    List<Long> each = count.uncounted().stream().map(Uncounted::each).toList();
    assertThat(each).hasSize(10).doesNotContain(-1L);
    long box = each.subList(0, 4).stream().mapToLong(Long::longValue).sum();
    long mask = each.subList(4, 10).stream().mapToLong(Long::longValue).sum();
    assertThat(count.known() + 80 * box + detections * mask).isEqualTo(macs);
  }

  private static OnnxSummary bundled(String network) {
    String name = network + "-shapes";
    Path zoo = Path.of(System.getProperty("segbench.root")).resolve("adapters/zoo");
    return OnnxReader.read(zoo.resolve(name).resolve(name + ".onnx"), new InputSize(128, 128));
  }
}
