package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What networks may give and take; their results can be worked out by hand. */
final class TinyNetworksTest {
  /** One pixel of three channels. */
  private static final Map<String, Tensor> PIXEL =
      Map.of("image", Tensor.ofFloats(new float[] {1, 2, 4}, 1, 3, 1, 1));

  @ParameterizedTest
  @CsvSource({"convolution, 0", "half, 0", "quantized, 0.05"})
  void computesInThePrecisionOfTheFile(String network, float tolerance) {
    try (InferenceSession session = open(network, "logits");
        InferenceOutputs outputs = session.run(PIXEL)) {
      Tensor logits = outputs.tensors().get("logits");
      assertThat(logits).hasToString("FLOAT32[1, 2, 1, 1]");
      // 1 + 2 + 4, and 1 - 1
      assertThat(logits.floats().get(0)).isCloseTo(7f, within(tolerance));
      assertThat(logits.floats().get(1)).isCloseTo(0f, within(tolerance));
    }
  }

  @Test
  void takesImagesOfAllSizes() {
    try (InferenceSession session = open("convolution")) {
      for (long size : new long[] {2, 5, 3}) {
        Tensor image = Tensor.allocate(ElementType.FLOAT32, 2, 3, size, size + 1);
        try (InferenceOutputs outputs = session.run(Map.of("image", image))) {
          assertThat(outputs.tensors().get("output").shape()).containsExactly(2, 2, size, size + 1);
        }
      }
    }
  }

  @Test
  void handsInputsOverInTheOrderOfTheirNames() {
    Map<String, Tensor> inputs =
        Map.of(
            "b", Tensor.ofFloats(new float[] {5}, 1),
            "a", Tensor.ofFloats(new float[] {3}, 1));
    try (InferenceSession session =
            TestNetworks.open(TestNetworks.tiny("two-inputs"), Map.of(), List.of("b", "a"));
        InferenceOutputs outputs = session.run(inputs)) {
      assertThat(outputs.tensors().get("output").floats().get(0)).isEqualTo(2);
    }
  }

  @Test
  void givesAllElementTypes() {
    String[] names = {"float", "half", "long", "int", "uint8", "int8", "bool", "empty", "scalar"};
    Tensor image = Tensor.ofFloats(new float[] {0, 1, 2, 3}, 1, 4);
    try (InferenceSession session = open("types", names);
        InferenceOutputs outputs = session.run(Map.of("image", image))) {
      Map<String, Tensor> tensors = outputs.tensors();
      assertThat(tensors.get("float").floats().get(3)).isEqualTo(3);
      // 3 = 1.5 * 2^1: exponent 1 + 15 = 16, mantissa 0.5: 0 10000 1000000000
      assertThat(tensors.get("half").bytes().getShort(6)).isEqualTo((short) 0x4200);
      assertThat(tensors.get("long").longs().get(3)).isEqualTo(3);
      assertThat(tensors.get("int").ints().get(3)).isEqualTo(3);
      assertThat(tensors.get("uint8")).hasToString("UINT8[4]");
      assertThat(tensors.get("uint8").bytes().get(3)).isEqualTo((byte) 3);
      assertThat(tensors.get("int8")).hasToString("INT8[4]");
      assertThat(tensors.get("bool").bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {0, 0, 1, 1}));
      assertThat(tensors.get("bool")).hasToString("BOOL[4]");
      assertThat(tensors.get("empty")).hasToString("FLOAT32[0, 4]");
      assertThat(tensors.get("scalar")).hasToString("FLOAT32[]");
      assertThat(tensors.get("scalar").floats().get(0)).isEqualTo(6);
    }
  }

  @Test
  void takesTheNamesOfADictionary() {
    try (InferenceSession session = open("dictionary", "out");
        InferenceOutputs outputs = session.run(PIXEL)) {
      assertThat(outputs.tensors()).containsOnlyKeys("out", "aux");
      assertThat(outputs.tensors().get("out").floats().get(2)).isEqualTo(5);
      assertThat(outputs.tensors().get("aux").floats().get(2)).isEqualTo(8);
    }
  }

  @Test
  void findsDetectionsBesideLosses() {
    Tensor image = Tensor.ofFloats(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
    try (InferenceSession session = open("detections");
        InferenceOutputs outputs = session.run(Map.of("image", image))) {
      assertThat(outputs.tensors()).containsOnlyKeys("boxes", "labels");
      assertThat(outputs.tensors().get("boxes")).hasToString("FLOAT32[1, 4]");
      assertThat(outputs.tensors().get("boxes").floats().get(3)).isEqualTo(4);
    }
  }

  @Test
  void refusesToMixTheDetectionsOfSeveralImages() {
    Tensor images = Tensor.allocate(ElementType.FLOAT32, 2, 1, 2, 2);
    try (InferenceSession session = open("detections")) {
      assertThatThrownBy(() -> session.run(Map.of("image", images)))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("several outputs named")
          .hasMessageContaining("one image at a time");
    }
  }

  @Test
  void doesNotGuessTheNamesOfAList() {
    try (InferenceSession session = open("list")) {
      assertThatThrownBy(() -> session.run(PIXEL))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining(TestNetworks.tiny("list").toString())
          .hasMessageContaining("gives 2 outputs without names")
          .hasMessageContaining("'outputs' of the file in the model's YAML is missing");
    }
  }

  @Test
  void doesNotNameOnlySomeOutputs() {
    try (InferenceSession session = open("list", "one")) {
      assertThatThrownBy(() -> session.run(PIXEL))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("gives 2 outputs without names")
          .hasMessageContaining("[one]");
    }
  }

  @Test
  void namesTheOutputThatADictionaryLacks() {
    try (InferenceSession session = open("dictionary", "logits")) {
      assertThatThrownBy(() -> session.run(PIXEL))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("'outputs' of the file in the model's YAML is [logits]")
          .hasMessageContaining("aux");
    }
  }

  @Test
  void passesOverAnOutputThatIsNone() {
    try (InferenceSession session = open("with-none", "logits");
        InferenceOutputs outputs = session.run(PIXEL)) {
      assertThat(outputs.tensors()).containsOnlyKeys("logits");
    }
  }

  @ParameterizedTest
  @CsvSource({"number, type int", "double, FLOAT64"})
  void refusesWhatIsNoTensorOfTheHarness(String network, String expected) {
    try (InferenceSession session = open(network)) {
      assertThatThrownBy(() -> session.run(PIXEL))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining(TestNetworks.tiny(network).toString())
          .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(expected));
    }
  }

  @Test
  void outputsDoNotChangeWithTheInputWhoseMemoryTheyWouldShare() {
    Tensor image = Tensor.ofFloats(new float[] {1, 2, 4}, 1, 3, 1, 1);
    try (InferenceSession session = open("views", "same", "part", "turned");
        InferenceOutputs outputs = session.run(Map.of("image", image))) {
      image.floats().put(new float[] {7, 8, 9});
      assertThat(outputs.tensors().get("same")).hasToString("FLOAT32[1, 3, 1, 1]");
      assertThat(outputs.tensors().get("same").floats().get(0)).isEqualTo(1);
      assertThat(outputs.tensors().get("part").floats().get(0)).isEqualTo(2);
      assertThat(outputs.tensors().get("turned")).hasToString("FLOAT32[1, 1, 1, 3]");
      assertThat(outputs.tensors().get("turned").floats().get(2)).isEqualTo(4);
    }
  }

  /** Values of a channel lie side by side in the input, those of a pixel in the output. */
  @Test
  void givesOutputsInTheOrderOfTheirShape() {
    Tensor image = Tensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 1, 2);
    try (InferenceSession session = open("views", "same", "part", "turned");
        InferenceOutputs outputs = session.run(Map.of("image", image))) {
      float[] turned = new float[6];
      outputs.tensors().get("turned").floats().get(turned);
      assertThat(turned).containsExactly(1, 3, 5, 2, 4, 6);
      float[] part = new float[4];
      outputs.tensors().get("part").floats().get(part);
      assertThat(part).containsExactly(3, 4, 5, 6);
    }
  }

  @Test
  void infersWithoutTrainingModeAndGradientsOnAnyThread() throws InterruptedException {
    float[] seen = new float[2];
    try (InferenceSession session = open("training", "training", "gradients")) {
      Thread thread =
          new Thread(
              () -> {
                try (InferenceOutputs outputs = session.run(PIXEL)) {
                  seen[0] = outputs.tensors().get("training").longs().get(0);
                  seen[1] = outputs.tensors().get("gradients").longs().get(0);
                }
              });
      seen[0] = -1;
      seen[1] = -1;
      thread.start();
      thread.join();
    }
    assertThat(seen).containsExactly(0, 0);
  }

  private static InferenceSession open(String network, String... outputNames) {
    return TestNetworks.open(TestNetworks.tiny(network), outputNames);
  }
}
