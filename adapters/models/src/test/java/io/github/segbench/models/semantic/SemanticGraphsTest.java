package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoringAdapter;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.Specs;
import io.github.segbench.models.TinyNetwork;
import io.github.segbench.models.TinyRun;
import io.github.segbench.testkit.TinyGraph;
import io.github.segbench.testkit.TinyNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of export, on graphs of its signature. The networks see the strongest colour: the
 * score of class red, green or blue is the value of that channel.
 */
final class SemanticGraphsTest {
  private static final LabelSet COLOURS =
      new LabelSet(
          "colours",
          List.of(
              new Category(10, "red", false, 0),
              new Category(20, "green", false, 0),
              new Category(30, "blue", false, 0)),
          255);
  private static final LabelSet TWO =
      new LabelSet(
          "two",
          List.of(new Category(0, "background", false, 0), new Category(1, "red", false, 0)),
          255);

  @TempDir private Path folder;

  static Stream<ModelFamily> families() {
    return Stream.of(
        new FcnFamily(),
        new DeepLabFamily(),
        new PspNetFamily(),
        new LrasppFamily(),
        new SegFormerFamily(),
        new UnetFamily());
  }

  /** As torchvision gives them: out, and aux of the training's second loss. */
  @ParameterizedTest
  @MethodSource("families")
  void takesTheNamedOutputAndLeavesTheOthers(ModelFamily family) throws IOException {
    TinyGraph graph =
        planarInput()
            .constant("minus", Tensor.ofFloats(new float[] {-1}, 1))
            .node(TinyNode.of("Identity").inputs("image").outputs("out"))
            .node(TinyNode.of("Mul").inputs("image", "minus").outputs("aux"))
            .output("aux", ElementType.FLOAT32, -1, 3, -1, -1)
            .output("out", ElementType.FLOAT32, -1, 3, -1, -1);
    RgbImage image = image(13, 7);
    assertThat(run(family, Map.of("output", "out"), graph, image)).isEqualTo(strongest(image));
  }

  @Test
  void hasTheNamesOfTorchvisionAsDefaults() throws IOException {
    RgbImage image = image(5, 4);
    for (ModelFamily family : List.of(new DeepLabFamily(), new LrasppFamily())) {
      TinyGraph graph =
          planarInput()
              .node(TinyNode.of("Identity").inputs("image").outputs("out"))
              .output("out", ElementType.FLOAT32, -1, 3, -1, -1);
      assertThat(run(family, Map.of(), graph, image)).isEqualTo(strongest(image));
    }
  }

  /**
   * SegFormer gives a quarter of the input's size: bilinear with half-pixel centres. ONNX Runtime's
   * own Resize is the twin.
   */
  @ParameterizedTest
  @CsvSource({"half_pixel, false, 4", "align_corners, true, 4", "half_pixel, false, 3"})
  void enlargesAsTheNetworkWouldHaveDone(String mode, boolean alignCorners, int factor)
      throws IOException {
    for (int[] size : new int[][] {{24, 36}, {12, 12}}) {
      RgbImage image = image(size[0], size[1]);
      TinyGraph graph =
          planarInput()
              .node(
                  TinyNode.of("AveragePool")
                      .inputs("image")
                      .outputs("logits")
                      .integers("kernel_shape", factor, factor)
                      .integers("strides", factor, factor))
              .node(TinyNode.of("Shape").inputs("image").outputs("size"))
              .node(
                  TinyNode.of("Resize")
                      .inputs("logits", "", "", "size")
                      .outputs("full")
                      .text("mode", "linear")
                      .text("coordinate_transformation_mode", mode))
              .output("logits", ElementType.FLOAT32, -1, 3, -1, -1)
              .output("full", ElementType.FLOAT32, -1, 3, -1, -1);
      ModelFamily family = new SegFormerFamily();
      float[] ours =
          scores(
              adapter(family, Map.of("alignCorners", alignCorners), rgb(Layout.NCHW)),
              graph,
              image);
      float[] theirs =
          scores(adapter(family, Map.of("output", "full"), rgb(Layout.NCHW)), graph, image);
      assertThat(ours).containsExactly(theirs, within(1e-5f));
    }
  }

  @Test
  void readsProbabilities() throws IOException {
    TinyGraph graph =
        planarInput()
            .node(TinyNode.of("Softmax").inputs("image").outputs("softmax").integer("axis", 1))
            .output("softmax", ElementType.FLOAT32, -1, 3, -1, -1);
    RgbImage image = image(9, 5);
    Map<String, Object> options = Map.of("output", "softmax", "kind", "probabilities");
    assertThat(run(new FcnFamily(), options, graph, image)).isEqualTo(strongest(image));
    float[] scores = scores(adapter(new FcnFamily(), options, rgb(Layout.NCHW)), graph, image);
    assertThat(scores[0] + scores[45] + scores[90]).isCloseTo(1, within(1e-6f));
  }

  /** As TensorFlow and Keras export: NHWC in, NHWC out. */
  @Test
  void readsTensorFlowsLayout() throws IOException {
    TinyGraph graph =
        new TinyGraph()
            .input("image", ElementType.FLOAT32, -1, -1, -1, 3)
            .node(TinyNode.of("Identity").inputs("image").outputs("logits"))
            .output("logits", ElementType.FLOAT32, -1, -1, -1, 3);
    RgbImage image = image(6, 11);
    ModelAdapter adapter =
        adapter(new FcnFamily(), Map.of("outputLayout", "NHWC"), rgb(Layout.NHWC));
    assertThat(TinyRun.labels(adapter, graph, image, folder)).isEqualTo(strongest(image));
  }

  /** NHW, N1HW and NHW1 of every type that argmax maps come in. */
  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"UINT8", "INT32", "INT64", "FLOAT32"})
  void readsArgmaxMaps(ElementType type) throws IOException {
    int onnxType = Map.of("UINT8", 2, "INT32", 6, "INT64", 7, "FLOAT32", 1).get(type.name());
    RgbImage image = image(10, 6);
    for (int keep : new int[] {0, 1}) {
      TinyGraph graph =
          planarInput()
              .node(
                  TinyNode.of("ArgMax")
                      .inputs("image")
                      .outputs("indices")
                      .integer("axis", 1)
                      .integer("keepdims", keep))
              .node(TinyNode.of("Cast").inputs("indices").outputs("map").integer("to", onnxType))
              .output(
                  "map", type, keep == 1 ? new long[] {-1, 1, -1, -1} : new long[] {-1, -1, -1});
      assertThat(run(new FcnFamily(), Map.of("output", "map", "kind", "argmax"), graph, image))
          .isEqualTo(strongest(image));
    }
    TinyGraph last =
        new TinyGraph()
            .input("image", ElementType.FLOAT32, -1, -1, -1, 3)
            .node(TinyNode.of("ArgMax").inputs("image").outputs("indices").integer("axis", 3))
            .node(TinyNode.of("Cast").inputs("indices").outputs("map").integer("to", onnxType))
            .output("map", type, -1, -1, -1, 1);
    ModelAdapter adapter =
        adapter(
            new FcnFamily(),
            Map.of("output", "map", "kind", "argmax", "outputLayout", "NHWC"),
            rgb(Layout.NHWC));
    assertThat(TinyRun.labels(adapter, last, image, folder)).isEqualTo(strongest(image));
  }

  /** As TensorFlow's DeepLab: bytes in, with the channels last, and indices out. */
  @Test
  void feedsRawBytes() throws IOException {
    TinyGraph graph =
        new TinyGraph()
            .input("image", ElementType.UINT8, 1, -1, -1, 3)
            .node(TinyNode.of("Cast").inputs("image").outputs("floats").integer("to", 1))
            .node(
                TinyNode.of("ArgMax")
                    .inputs("floats")
                    .outputs("classes")
                    .integer("axis", 3)
                    .integer("keepdims", 0))
            .output("classes", ElementType.INT64, 1, -1, -1);
    Preprocessing bytes =
        new Preprocessing(
            "image",
            Resize.none(),
            4,
            127,
            ChannelOrder.RGB,
            Layout.NHWC,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1,
            ElementType.UINT8);
    RgbImage image = image(7, 5);
    ModelAdapter adapter =
        adapter(new DeepLabFamily(), Map.of("output", "classes", "kind", "argmax"), bytes);
    assertThat(TinyRun.labels(adapter, graph, image, folder)).isEqualTo(strongest(image));
  }

  /** One channel: red against the background, as logits and after the sigmoid. */
  @Test
  void readsOneChannelWithASigmoid() throws IOException {
    RgbImage image = image(8, 9);
    TinyGraph graph =
        planarInput()
            .constant("weight", Tensor.ofFloats(new float[] {8, 0, 0}, 1, 3, 1, 1))
            .constant("bias", Tensor.ofFloats(new float[] {-4}, 1))
            .node(TinyNode.of("Conv").inputs("image", "weight", "bias").outputs("logit"))
            .node(TinyNode.of("Sigmoid").inputs("logit").outputs("probability"))
            .output("logit", ElementType.FLOAT32, -1, 1, -1, -1)
            .output("probability", ElementType.FLOAT32, -1, 1, -1, -1);
    short[] expected = new short[72];
    for (int i = 0; i < expected.length; i++) {
      // 8 r / 255 - 4 > ln(0.7 / 0.3) = 0.8473 where r > 154.5
      expected[i] = (short) ((image.pixels()[3 * i] & 0xFF) > 154 ? 1 : 0);
    }
    for (Map<String, ?> options :
        List.of(
            Map.of("output", "logit", "kind", "sigmoid-logits", "threshold", 0.7),
            Map.of("output", "probability", "kind", "sigmoid-probabilities", "threshold", 0.7))) {
      UnetFamily family = new UnetFamily();
      ModelAdapter adapter = family.adapterFor(Specs.of(family, TWO, rgb(Layout.NCHW), options));
      assertThat(TinyRun.labels(adapter, graph, image, folder).labels()).isEqualTo(expected);
    }
  }

  /**
   * SegNet: pooling keeps the places of the maxima, un-pooling puts them back; what is not a
   * maximum is 0. Caffe's habit is BGR minus a mean, without a scale.
   */
  @Test
  void unpoolsWithThePoolingsIndicesOnCaffesInput() throws IOException {
    TinyGraph graph =
        planarInput()
            .node(
                TinyNode.of("MaxPool")
                    .inputs("image")
                    .outputs("pooled", "indices")
                    .integers("kernel_shape", 2, 2)
                    .integers("strides", 2, 2))
            .node(
                TinyNode.of("MaxUnpool")
                    .inputs("pooled", "indices")
                    .outputs("logits")
                    .integers("kernel_shape", 2, 2)
                    .integers("strides", 2, 2))
            .output("logits", ElementType.FLOAT32, -1, 3, -1, -1);
    Preprocessing caffe =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            ChannelOrder.BGR,
            Layout.NCHW,
            1,
            List.of(104.0, 117.0, 123.0),
            List.of(1.0, 1.0, 1.0),
            1);
    SegNetFamily family = new SegNetFamily();
    ModelAdapter adapter = family.adapterFor(Specs.of(family, COLOURS, caffe, Map.of("pools", 1)));
    // 3x2, padded to 4x2. Blue minus 104, green minus 117, red minus 123:
    //   blue   96 -4 -4 |   green -117 -117 -117 |   red -123 77 -123
    //          -4 -4 46 |         -117   83 -117 |       -123 27   77
    // Maxima of the two windows (columns 0-1; column 2 and padding of 0): blue 96 at 0,0 and 46
    // at 2,1; green 83 at 1,1 and 0 in the padding; red 77 at 1,0 and 77 at 2,1. Elsewhere 0, and
    // the first channel wins: channel 0 is blue and stands for the first category.
    byte[] pixels = {
      0,
      0,
      (byte) 200,
      (byte) 200,
      0,
      100,
      0,
      0,
      100,
      0,
      0,
      100,
      (byte) 150,
      (byte) 200,
      100,
      (byte) 200,
      0,
      (byte) 150,
    };
    LabelMap labels = TinyRun.labels(adapter, graph, new RgbImage(3, 2, pixels), folder);
    assertThat(labels.labels())
        .containsExactly((short) 10, (short) 30, (short) 10, (short) 10, (short) 20, (short) 30);
  }

  private LabelMap run(ModelFamily family, Map<String, ?> options, TinyGraph graph, RgbImage image)
      throws IOException {
    return TinyRun.labels(adapter(family, options, rgb(Layout.NCHW)), graph, image, folder);
  }

  private float[] scores(ModelAdapter adapter, TinyGraph graph, RgbImage image) throws IOException {
    try (InferenceSession session = TinyNetwork.open(graph, folder);
        ModelInput input = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(input.tensors())) {
      return ((ScoringAdapter) adapter)
          .scores(outputs.tensors(), input.geometries())
          .get(0)
          .values();
    }
  }

  private static ModelAdapter adapter(
      ModelFamily family, Map<String, ?> options, Preprocessing preprocessing) {
    return family.adapterFor(Specs.of(family, COLOURS, preprocessing, options));
  }

  private static Preprocessing rgb(Layout layout) {
    return new Preprocessing(
        "image",
        Resize.none(),
        1,
        0,
        ChannelOrder.RGB,
        layout,
        1 / 255.0,
        List.of(0.0, 0.0, 0.0),
        List.of(1.0, 1.0, 1.0),
        1);
  }

  private static TinyGraph planarInput() {
    return new TinyGraph().input("image", ElementType.FLOAT32, -1, 3, -1, -1);
  }

  private static LabelMap strongest(RgbImage image) {
    short[] labels = new short[image.width() * image.height()];
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int channel = 1; channel < 3; channel++) {
        if ((image.pixels()[3 * i + channel] & 0xFF) > (image.pixels()[3 * i + best] & 0xFF)) {
          best = channel;
        }
      }
      labels[i] = (short) (10 * (best + 1));
    }
    return new LabelMap(image.width(), image.height(), labels);
  }

  private static RgbImage image(int width, int height) {
    byte[] pixels = new byte[width * height * 3];
    new Random(31L * width + height).nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }
}
