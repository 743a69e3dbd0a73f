package io.github.segbench.inspect.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.inspect.file.InspectException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TorchScriptReaderTest {
  private static final String CODE =
      """
      class Net(Module):
        __parameters__ = ["weight", ]
        __buffers__ = ["mean", ]
        weight : Tensor
        mean : Tensor
        def forward(self: __torch__.Net,
          x: Tensor,
          scale: float) -> Tuple[Tensor, Tensor]:
          return (x, x)
        def half(self: __torch__.Net,
          x: Tensor) -> Tensor:
          return x
      """;

  @TempDir private Path folder;

  /** {@code Net} with a weight of 2 x 3 floats and a buffer of 5 halves. */
  private static byte[] pickle() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, "\u0080\u0002c__torch__\nNet\n)\u0081}(");
    name(out, "weight");
    tensor(out, "FloatStorage", 2, 3);
    name(out, "mean");
    tensor(out, "HalfStorage", 5);
    text(out, "ub.");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void name(ByteArrayOutputStream out, String name) {
    text(out, "X" + (char) name.length() + "\0\0\0" + name);
  }

  private static void tensor(ByteArrayOutputStream out, String storage, int... shape) {
    text(out, "ctorch._utils\n_rebuild_tensor_v2\n((");
    name(out, "storage");
    text(out, "ctorch\n" + storage + "\n");
    name(out, "0");
    name(out, "cpu");
    text(out, "K\u0006tQK\0(");
    for (int size : shape) {
      text(out, "K" + (char) size);
    }
    text(out, "t(K\u0001t\u0089NtR");
  }

  private Path archive(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("net.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry("net/" + entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void tellsParametersFromBuffers() throws IOException {
    TorchScriptSummary summary =
        TorchScriptReader.read(
            archive(
                Map.of(
                    "data.pkl", pickle(),
                    "code/__torch__.py", bytes(CODE),
                    "version", bytes("3\n"))));
    assertThat(summary.type()).isEqualTo("__torch__.Net");
    assertThat(summary.formatVersion()).isEqualTo("3");
    assertThat(summary.parameters().parameters()).isEqualTo(6);
    assertThat(summary.parameters().elements()).isEqualTo(Map.of("float32", 6L, "float16", 5L));
    assertThat(summary.parameters().bytes()).isEqualTo(6 * 4 + 5 * 2);
    assertThat(summary.methods()).extracting(ScriptMethod::name).containsExactly("forward", "half");
    ScriptMethod forward = summary.forward().orElseThrow();
    assertThat(forward.arguments()).containsExactly("x: Tensor", "scale: float");
    assertThat(forward.result()).isEqualTo("Tuple[Tensor, Tensor]");
  }

  @Test
  void pickledWeightsAreNoProgram() throws IOException {
    Path file = archive(Map.of("data.pkl", pickle()));
    assertThatThrownBy(() -> TorchScriptReader.read(file))
        .isInstanceOf(InspectException.class)
        .hasMessageContaining("pickled weights")
        .hasMessageContaining("export_torchvision.py");
  }

  @Test
  void damagedPicklesAreNamed() throws IOException {
    byte[] whole = pickle();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Path file = archive(Map.of("data.pkl", cut, "code/__torch__.py", bytes(CODE)));
      assertThatThrownBy(() -> TorchScriptReader.read(file))
          .isInstanceOf(InspectException.class)
          .hasMessageContaining("net/data.pkl cannot be read");
    }
  }

  @Test
  void cutOffArchivesAreNamed() throws IOException {
    Path file = archive(Map.of("data.pkl", pickle(), "code/__torch__.py", bytes(CODE)));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> TorchScriptReader.read(file))
        .isInstanceOf(InspectException.class)
        .hasMessageContaining("damaged or cut off");
  }

  @ParameterizedTest
  @CsvSource({
    "fcn8s, 601992",
    "unet, 844040",
    "segnet, 754936",
    "maskrcnn, 2062245",
    "upsnet, 2130161"
  })
  void scriptsOfTheBundledNetworksHaveTheParametersOfTheirCards(String network, long parameters) {
    Path file =
        Path.of(System.getProperty("segbench.shared", "absent"))
            .resolve("models/" + network + "-shapes.pt");
    assumeTrue(Files.exists(file), "needs " + file);
    assertThat(TorchScriptReader.read(file).parameters().parameters()).isEqualTo(parameters);
  }
}
