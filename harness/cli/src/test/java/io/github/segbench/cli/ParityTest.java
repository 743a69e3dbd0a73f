package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.ParityValue;
import io.github.segbench.engine.result.RunReader;
import io.github.segbench.engine.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime and PyTorch on the bundled models. */
final class ParityTest {
  private static final String RUN =
      """
      name: parity
      models: [fcn8s-shapes, unet-shapes, segnet-shapes, maskrcnn-shapes, upsnet-shapes]
      datasets: [{use: shapes, split: test, limit: 6}]
      backends:
        - id: onnxruntime
        - id: djl
      accuracy: {enabled: %s}
      latency: {enabled: false}
      parity: {reference: onnxruntime, images: 6, maxDifference: %s, minAgreement: %s, demand: true}
      """;

  @TempDir private Path folder;

  @Test
  void bothBackendsGiveTheSameNumbersAndLabels() throws IOException {
    CommandLineRun run = run("true", "1e-3", "0.999");

    assertThat(run.err()).doesNotContain("FAILED", "skipped");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("Largest difference");
    var result = RunReader.read(runFolder());
    assertThat(result.trials()).hasSize(10).allMatch(TrialResult.Completed.class::isInstance);
    assertThat(result.parity())
        .hasSize(5)
        .allMatch(ParityResult::passed)
        .extracting(ParityResult::images)
        .containsOnly(6);
    assertThat(result.parity().get(4).values())
        .extracting(ParityValue::subject)
        .contains("semantic_logits", "boxes", "labels", "scores", "mask_logits")
        .contains("semantic", "instance", "panoptic");
    assertThat(runFolder().resolve("report/index.html")).content().contains("id=\"parity\"");
    assertThat(runFolder().resolve("report/tables/parity.csv")).isNotEmptyFile();
  }

  /** No two libraries add up floats in the same order. */
  @Test
  void theRunFailsIfALimitIsNotKept() throws IOException {
    CommandLineRun run = run("false", "0", "0");

    assertThat(run.status()).isEqualTo(ExitStatus.GATE_FAILED);
    assertThat(run.err()).contains("segbench: parity is demanded, but 5 of 5 comparisons");
    assertThat(run.out()).contains("not kept, first by");
  }

  @Test
  void theRunFailsIfNothingCouldBeCompared() throws IOException {
    CommandLineRun run = run("false", "1", "0", "--only", "backend=onnxruntime");

    assertThat(run.status()).isEqualTo(ExitStatus.GATE_FAILED);
    assertThat(run.err()).contains("no two backends could be compared");
  }

  private CommandLineRun run(
      String accuracy, String maxDifference, String minAgreement, String... more)
      throws IOException {
    String yaml = RUN.formatted(accuracy, maxDifference, minAgreement);
    Path file = Files.writeString(folder.resolve("parity.yaml"), yaml);
    Stream<String> call =
        Stream.concat(
            Stream.of("run", file.toString(), "--out", folder.toString()), Stream.of(more));
    return CommandLineRun.of(call.toArray(String[]::new));
  }

  private Path runFolder() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("parity"))) {
      List<Path> all = runs.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
