package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectCommandTest {
  private static final Path NETWORK =
      CommandLineRun.root().resolve("adapters/zoo/fcn8s-shapes/fcn8s-shapes.onnx");

  @TempDir private Path folder;

  @Test
  void printsWhatTheFileHolds() {
    CommandLineRun run = CommandLineRun.of("inspect", NETWORK.toString(), "--size", "128x128");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .contains("opset ai.onnx 13")
        .contains("image  float32  [n, 3, h, w]")
        .contains("logits  float32  [n, 8, h, w]")
        .contains("parameters  601,000;")
        .contains("211.8 M at 128x128 (211,804,160)")
        .contains("Conv 15");
  }

  @Test
  void printsJson() {
    CommandLineRun run =
        CommandLineRun.of("inspect", NETWORK.toString(), "--size", "128x128", "--json");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("\"known\" : 211804160").contains("\"precision\" : \"fp32\"");
  }

  @Test
  void theModelFileThatItWritesIsValid() throws IOException {
    Path yaml = folder.resolve("mine.yaml");
    CommandLineRun run =
        CommandLineRun.of(
            "inspect", NETWORK.toString(), "--family", "fcn", "--init", yaml.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(yaml).content().contains("family: fcn", "CHECK", "name: image");
    Path config =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: mine
            models: [mine.yaml]
            datasets: [{id: s, reader: shapes, split: test, labels: %s}]
            backends: [{id: onnxruntime}]
            """
                .formatted(CommandLineRun.root().resolve("configs/labels/shapes.yaml")));
    CommandLineRun valid = CommandLineRun.of("validate", config.toString());
    assertThat(valid.status()).as(valid.err()).isEqualTo(ExitStatus.DONE);
    assertThat(valid.out()).contains("valid, 1 trial");
  }

  @Test
  void theFamilyOfADetectorIsFound() {
    Path yaml = folder.resolve("detector.yaml");
    Path network =
        CommandLineRun.root().resolve("adapters/zoo/maskrcnn-shapes/maskrcnn-shapes.onnx");
    CommandLineRun run =
        CommandLineRun.of(
            "inspect", network.toString(), "--labels", "shapes", "--init", yaml.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).containsPattern("adapter +mask-rcnn");
    assertThat(yaml).content().contains("family: mask-rcnn", "labels: shapes # CHECK");
  }

  @Test
  void namesTheOutputsThatTorchScriptDoesNot() {
    Path yaml = folder.resolve("traced.yaml");
    Path network = CommandLineRun.root().resolve("adapters/zoo/unet-shapes/unet-shapes.pt");
    CommandLineRun run =
        CommandLineRun.of(
            "inspect", network.toString(), "--family", "unet", "--init", yaml.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(yaml).content().contains("outputs: [logits] # CHECK");
  }

  @Test
  void saysThatTheFolderIsMissing() {
    Path yaml = folder.resolve("absent/mine.yaml");
    CommandLineRun run =
        CommandLineRun.of("inspect", NETWORK.toString(), "--init", yaml.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("there is no folder " + folder.resolve("absent"));
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Path yaml = Files.writeString(folder.resolve("mine.yaml"), "precious");
    CommandLineRun run =
        CommandLineRun.of(
            "inspect", NETWORK.toString(), "--family", "fcn", "--init", yaml.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("is there already");
    assertThat(yaml).hasContent("precious");
  }

  @Test
  void saysWhatOtherFilesAre() throws IOException {
    Path file =
        Files.write(
            folder.resolve("net.h5"), new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10});
    CommandLineRun run = CommandLineRun.of("inspect", file.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err().lines()).singleElement().asString().contains("HDF5", "tf2onnx");
  }

  @Test
  void refusesASizeThatIsNone() {
    CommandLineRun run = CommandLineRun.of("inspect", NETWORK.toString(), "--size", "big");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("expected WIDTHxHEIGHT");
  }
}
