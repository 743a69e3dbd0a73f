package io.github.segbench.models.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U-Nets of valid convolutions: two of 3x3, so that a border of 2 is lost on each side. */
final class OverlapTileTest {
  private static final int CLASSES = 3;
  private static final int TILE = 9;
  private static final int BORDER = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    // smaller than the border, one tile exactly (9 - 4 = 5), several tiles, part of a last tile
    "1, 1, NCHW",
    "2, 3, NCHW",
    "5, 5, NCHW",
    "17, 11, NCHW",
    "20, 15, NHWC",
    "8, 3, NHWC",
  })
  void equalsTheWholeImageInOnePiece(int width, int height, Layout layout) throws IOException {
    Random random = new Random(width);
    float[] first = weights(random, 2 * 3 * 9);
    float[] second = weights(random, CLASSES * 2 * 9);
    RgbImage image = image(width, height, random);
    ModelAdapter adapter = adapter(layout, Map.of("tile", TILE, "border", BORDER));
    LabelMap labels = TinyRun.labels(adapter, graph(layout, TILE, first, second), image, folder);
    LabelMap expected = naive(image, first, second);
    assertThat(labels).isEqualTo(expected);
  }

  @Test
  void givesScoresOfTheWholeImage() throws IOException {
    Random random = new Random(5);
    float[] first = weights(random, 2 * 3 * 9);
    float[] second = weights(random, CLASSES * 2 * 9);
    RgbImage image = image(12, 7, random);
    ScoringAdapter adapter =
        (ScoringAdapter) adapter(Layout.NCHW, Map.of("tile", TILE, "border", BORDER));
    // A mirrored border is no image: nothing may be put around the network.
    assertThat(adapter.inputMultiple()).isEmpty();
    TinyGraph graph = graph(Layout.NCHW, TILE, first, second);
    try (InferenceSession session = adapter.around(TinyNetwork.open(graph, folder));
        ModelInput input = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(input.tensors())) {
      ClassScores scores = adapter.scores(outputs.tensors(), input.geometries()).get(0);
      assertThat(adapter.segmentation(scores).semantic().orElseThrow().labels())
          .isEqualTo(naive(image, first, second));
    }
  }

  @Test
  void mirrorsTheImageWithoutItsEdge() {
    // Columns 10, 20, 30 with a border of 2 and tiles of 7, 3 out: one tile, so
    // 30 20 | 10 20 30 | 20 10. One row alone is repeated.
    ModelAdapter adapter = adapter(Layout.NCHW, Map.of("tile", 7, "border", BORDER));
    byte[] pixels = {10, 10, 10, 20, 20, 20, 30, 30, 30};
    try (ModelInput input = adapter.preprocess(List.of(new RgbImage(3, 1, pixels)))) {
      Tensor tensor = Objects.requireNonNull(input.tensors().get("image"));
      assertThat(tensor.shape()).containsExactly(1, 3, 7, 7);
      float[] row = new float[7];
      for (int y = 0; y < 7; y++) {
        tensor.floats().get(y * 7, row);
        assertThat(row).containsExactly(30, 20, 10, 20, 30, 20, 10);
      }
    }
  }

  @Test
  void saysThatTheNetworkTakesInputsOfAnySize() throws IOException {
    ModelAdapter adapter = adapter(Layout.NCHW, Map.of("tile", TILE, "border", BORDER));
    TinyGraph graph = graph(Layout.NCHW, TILE, new float[54], new float[54]);
    try (InferenceSession session = adapter.around(TinyNetwork.open(graph, folder))) {
      assertThat(session.inputs())
          .containsExactly(new TensorInfo("image", ElementType.FLOAT32, List.of(1L, 3L, -1L, -1L)));
      assertThat(session.outputs())
          .containsExactly(
              new TensorInfo("logits", ElementType.FLOAT32, List.of(1L, 3L, -1L, -1L)));
    }
  }

  @Test
  void refusesABorderThatTheNetworkDoesNotHave() {
    // A border of 1 leaves 7 of 9, the network gives 5.
    ModelAdapter adapter = adapter(Layout.NCHW, Map.of("tile", TILE, "border", 1));
    TinyGraph graph = graph(Layout.NCHW, TILE, new float[54], new float[54]);
    assertThatThrownBy(() -> TinyRun.labels(adapter, graph, image(20, 20, new Random(1)), folder))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'logits' is FLOAT32[1, 3, 5, 5] for a tile of 9, expected a"
                + " width and height of 7 with a border of 1");
  }

  @ParameterizedTest
  @CsvSource({"572, 0", "0, 92", "184, 92", "20000, 92"})
  void refusesTilesThatGiveNothing(int tile, int border) {
    assertThatThrownBy(() -> adapter(Layout.NCHW, Map.of("tile", tile, "border", border)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: tile is "
                + tile
                + " and border "
                + border
                + ", expected a border of at least 1 and a tile of more than twice that, at most"
                + " 16384");
  }

  @Test
  void refusesPaddingOfTiles() {
    UnetFamily family = new UnetFamily();
    assertThatThrownBy(
            () ->
                family.adapterFor(
                    Specs.of(
                        family,
                        labels(),
                        Specs.preprocessing(Resize.none(), 16, 1),
                        Map.of("tile", 572, "border", 92))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: input.padMultiple is 16, expected 1 with tiles, which are never padded");
  }

  /** Two valid convolutions of 3x3 with a ReLU between them; the size is fixed, as in exports. */
  private static TinyGraph graph(Layout layout, int tile, float[] first, float[] second) {
    boolean planar = layout == Layout.NCHW;
    int out = tile - 2 * BORDER;
    TinyGraph graph = new TinyGraph();
    if (planar) {
      graph.input("image", ElementType.FLOAT32, 1, 3, tile, tile);
    } else {
      graph
          .input("image", ElementType.FLOAT32, 1, tile, tile, 3)
          .node(
              TinyNode.of("Transpose")
                  .inputs("image")
                  .outputs("planar")
                  .integers("perm", 0, 3, 1, 2));
    }
    graph
        .constant("first", Tensor.ofFloats(first, 2, 3, 3, 3))
        .constant("second", Tensor.ofFloats(second, CLASSES, 2, 3, 3))
        .node(TinyNode.of("Conv").inputs(planar ? "image" : "planar", "first").outputs("a"))
        .node(TinyNode.of("Relu").inputs("a").outputs("b"));
    if (planar) {
      return graph
          .node(TinyNode.of("Conv").inputs("b", "second").outputs("logits"))
          .output("logits", ElementType.FLOAT32, 1, CLASSES, out, out);
    }
    return graph
        .node(TinyNode.of("Conv").inputs("b", "second").outputs("c"))
        .node(TinyNode.of("Transpose").inputs("c").outputs("logits").integers("perm", 0, 2, 3, 1))
        .output("logits", ElementType.FLOAT32, 1, out, out, CLASSES);
  }

  /** The mirrored image as a whole, each convolution by its definition. */
  private static LabelMap naive(RgbImage image, float[] first, float[] second) {
    int width = image.width() + 2 * BORDER;
    int height = image.height() + 2 * BORDER;
    double[][][] mirrored = new double[3][height][width];
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int sourceX = mirrored(x - BORDER, image.width());
          int sourceY = mirrored(y - BORDER, image.height());
          int index = (sourceY * image.width() + sourceX) * 3 + channel;
          mirrored[channel][y][x] = image.pixels()[index] & 0xFF;
        }
      }
    }
    double[][][] hidden = convolved(mirrored, first, 2);
    for (double[][] plane : hidden) {
      for (double[] row : plane) {
        for (int x = 0; x < row.length; x++) {
          row[x] = Math.max(0, row[x]);
        }
      }
    }
    double[][][] logits = convolved(hidden, second, CLASSES);
    short[] labels = new short[image.width() * image.height()];
    for (int i = 0; i < labels.length; i++) {
      int y = i / image.width();
      int x = i % image.width();
      for (int channel = 1; channel < CLASSES; channel++) {
        if (logits[channel][y][x] > logits[labels[i]][y][x]) {
          labels[i] = (short) channel;
        }
      }
    }
    return new LabelMap(image.width(), image.height(), labels);
  }

  /** Step by step from the inside, turning at each edge. */
  private static int mirrored(int position, int length) {
    int at = 0;
    int step = 1;
    for (int i = 0; i < Math.abs(position); i++) {
      if (at + step < 0 || at + step >= length) {
        step = -step;
      }
      at = length == 1 ? 0 : at + step;
    }
    return at;
  }

  private static double[][][] convolved(double[][][] source, float[] weights, int channels) {
    int height = source[0].length - 2;
    int width = source[0][0].length - 2;
    double[][][] target = new double[channels][height][width];
    for (int out = 0; out < channels; out++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int in = 0; in < source.length; in++) {
            for (int k = 0; k < 9; k++) {
              target[out][y][x] +=
                  weights[(out * source.length + in) * 9 + k] * source[in][y + k / 3][x + k % 3];
            }
          }
        }
      }
    }
    return target;
  }

  /** Whole numbers, so that sums in float32 are exact. */
  private static float[] weights(Random random, int count) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = random.nextInt(7) - 3;
    }
    return weights;
  }

  private static RgbImage image(int width, int height, Random random) {
    byte[] pixels = new byte[width * height * 3];
    random.nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }

  private static ModelAdapter adapter(Layout layout, Map<String, ?> given) {
    UnetFamily family = new UnetFamily();
    Map<String, Object> options = new HashMap<>(given);
    options.put("outputLayout", layout.name());
    Preprocessing raw =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            ChannelOrder.RGB,
            layout,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1);
    return family.adapterFor(Specs.of(family, labels(), raw, options));
  }

  private static LabelSet labels() {
    return new LabelSet(
        "three",
        List.of(
            new Category(0, "background", false, 0),
            new Category(1, "cell", false, 0),
            new Category(2, "membrane", false, 0)),
        255);
  }
}
