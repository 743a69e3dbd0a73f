package io.github.segbench.models.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.TinyNetwork;
import io.github.segbench.testkit.TinyGraph;
import io.github.segbench.testkit.TinyNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AntialiasedRowsTest {
  private static final long OPSET_OF_ANTIALIAS = 18;

  @TempDir private Path folder;

  @Test
  void averagesWithATriangleTwiceAsWideAsATarget() {
    // 4 to 2: target 0 has its centre at 1, source centres are 0.5, 0.5 and 1.5 away from it,
    // heights 1 - d / 2 = 3/4, 3/4, 1/4 of 7/4. Target 1 is its mirror image.
    byte[] pixels = {0, 0, 0, 70, 70, 70, 7, 7, 7, 0, 0, 0};
    float[] values = input(new RgbImage(4, 1, pixels), Resize.exact(2, 1), ElementType.FLOAT32);
    // (0 * 3 + 70 * 3 + 7) / 7 = 31 and (70 + 7 * 3 + 0 * 3) / 7 = 13
    assertThat(values).containsExactly(new float[] {31, 13, 31, 13, 31, 13}, within(1e-4f));
  }

  @Test
  void roundsBytesToTheNearestLevel() {
    // 3 to 1: centre 1.5, heights 1 - 1/3, 1, 1 - 1/3, of 7/3: (2 a + 3 b + 2 c) / 7.
    byte[] pixels = {1, 0, (byte) 255, 0, 1, (byte) 255, 0, 0, (byte) 254};
    // 2 / 7, 3 / 7 and 254.71.
    Tensor tensor = tensor(new RgbImage(3, 1, pixels), Resize.exact(1, 1), ElementType.UINT8);
    byte[] bytes = new byte[3];
    tensor.bytes().get(bytes);
    assertThat(bytes).containsExactly((byte) 0, (byte) 0, (byte) 255);
  }

  /** ONNX Runtime's Resize is the twin; its rule is Pillow's too. */
  @ParameterizedTest
  @CsvSource({"40, 30, 17, 9", "33, 64, 32, 13", "10, 10, 23, 31", "50, 7, 3, 11"})
  void equalsTheResizeOfOnnxRuntime(int width, int height, int newWidth, int newHeight)
      throws IOException {
    byte[] pixels = new byte[width * height * 3];
    new Random(width).nextBytes(pixels);
    RgbImage image = new RgbImage(width, height, pixels);
    TinyGraph graph =
        new TinyGraph(OPSET_OF_ANTIALIAS)
            .input("image", ElementType.FLOAT32, 1, 3, height, width)
            .constant("sizes", Tensor.ofLongs(new long[] {1, 3, newHeight, newWidth}, 4))
            .node(
                TinyNode.of("Resize")
                    .inputs("image", "", "", "sizes")
                    .outputs("resized")
                    .text("mode", "linear")
                    .integer("antialias", 1)
                    .integer("exclude_outside", 1))
            .output("resized", ElementType.FLOAT32, 1, 3, newHeight, newWidth);
    float[] expected = new float[3 * newHeight * newWidth];
    try (InferenceSession session = TinyNetwork.open(graph, folder);
        InferenceOutputs outputs =
            session.run(Map.of("image", tensor(image, Resize.none(), ElementType.FLOAT32)))) {
      Objects.requireNonNull(outputs.tensors().get("resized")).floats().get(expected);
    }
    assertThat(input(image, Resize.exact(newWidth, newHeight), ElementType.FLOAT32))
        .containsExactly(expected, within(1e-3f));
  }

  private static float[] input(RgbImage image, Resize resize, ElementType type) {
    Tensor tensor = tensor(image, resize, type);
    float[] values = new float[(int) tensor.elementCount()];
    tensor.floats().get(values);
    return values;
  }

  private static Tensor tensor(RgbImage image, Resize resize, ElementType type) {
    Preprocessing preprocessing =
        new Preprocessing(
            "image",
            resize.mode() == Resize.Mode.NONE ? resize : resize.antialiased(),
            1,
            0,
            ChannelOrder.RGB,
            Layout.NCHW,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1,
            type);
    try (ModelInput input = new ImagePreprocessor("m", preprocessing).input(List.of(image))) {
      return Objects.requireNonNull(input.tensors().get("image"));
    }
  }
}
