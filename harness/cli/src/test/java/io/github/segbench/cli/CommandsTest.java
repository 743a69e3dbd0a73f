package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CommandsTest {
  private static final String QUICKSTART =
      CommandLineRun.root().resolve("configs/runs/quickstart.yaml").toString();

  @Test
  void helpNamesEveryCommand() {
    CommandLineRun run = CommandLineRun.of("--help");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .contains("run", "validate", "report", "list", "datasets", "models", "inspect", "doctor")
        .contains("generate-completion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "validate",
        "report",
        "list",
        "datasets list",
        "datasets fetch",
        "datasets export",
        "models list",
        "models fetch",
        "models verify",
        "inspect",
        "doctor"
      })
  void everyCommandHasHelp(String command) {
    String[] words = (command + " --help").split(" ");
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("Usage: segbench " + command);
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("valdate");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("segbench validate");
  }

  @Test
  void refusesACallWithoutACommand() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("which command?").contains("--help");
  }

  @Test
  void validatesTheQuickstart() {
    CommandLineRun run = CommandLineRun.of("validate", QUICKSTART);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .contains("valid, 5 trials")
        .contains("upsnet-shapes_shapes-test_onnxruntime-cpu-fp32");
  }

  @Test
  void leavesOutWhatOnlyDoesNotMatch() {
    CommandLineRun run = CommandLineRun.of("validate", QUICKSTART, "--only", "model=u*");
    assertThat(run.out()).contains("valid, 2 trials").contains("unet").doesNotContain("fcn8s");
  }

  @Test
  void resolvedConfigurationIsValidAgain(@TempDir Path folder) throws IOException {
    CommandLineRun resolved = CommandLineRun.of("validate", QUICKSTART, "--resolved");
    Path file = folder.resolve("resolved.yaml");
    Files.writeString(file, resolved.out());
    CommandLineRun again = CommandLineRun.of("validate", file.toString(), "--resolved");
    assertThat(again.status()).isEqualTo(ExitStatus.DONE);
    assertThat(again.out()).isEqualTo(resolved.out());
  }

  @ParameterizedTest
  @CsvSource({
    "models, maskrcnn-shapes",
    "datasets, camvid",
    "readers, folder",
    "backends, onnxruntime",
    "adapters, mask-rcnn",
    "postprocessors, dense-crf",
    "metrics, pixelAccuracy",
    "conventions, camvid11"
  })
  void listsWhatThereIs(String kind, String expected) {
    CommandLineRun run = CommandLineRun.of("list", kind);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains(expected);
  }

  @Test
  void doctorSaysWhatWorks() {
    CommandLineRun run = CommandLineRun.of("doctor");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .contains("CPU")
        .contains("JVM")
        .containsPattern("onnxruntime +cpu +yes")
        .containsPattern("onnxruntime +cpu +cpu +yes")
        .containsPattern("onnxruntime +1\\.\\d+\\.\\d+ +onnx +fp32, fp16, int8");
  }

  @Test
  void doctorSpeaksToProgramsToo() {
    CommandLineRun run = CommandLineRun.of("doctor", "--json");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    JsonNode report = new JsonMapper().readTree(run.out());
    assertThat(report.at("/machine/processors").asInt()).isPositive();
    assertThat(report.at("/jvm/maxHeapBytes").asLong()).isPositive();
    assertThat(report.at("/backends").valueStream().map(backend -> backend.at("/id").asString()))
        .contains("onnxruntime");
    assertThat(report.at("/backends/0/devices/0/works").asBoolean()).isTrue();
  }

  @Test
  void writesACompletionScript() {
    CommandLineRun run = CommandLineRun.of("generate-completion");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("complete -F").contains("--no-latency");
  }

  @Test
  void reportOfAFolderThatIsNoRunIsRefused(@TempDir Path folder) {
    CommandLineRun run = CommandLineRun.of("report", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).startsWith("segbench: ").contains(folder.toString());
  }

  @Test
  void templatesThatAreNotThereAreRefusedBeforeAnyWork(@TempDir Path folder) {
    Path none = folder.resolve("none");
    CommandLineRun run =
        CommandLineRun.of(
            "run", QUICKSTART, "--templates", none.toString(), "--out", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).startsWith("segbench: ").contains(none.toString());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void repeatsTheCallAsOneShellLine() {
    Invocation invocation =
        new Invocation(
            new Installation(Path.of("."), false),
            List.of("run", "a b.yaml", "--only", "model=u*"));
    assertThat(invocation.shellLine()).isEqualTo("./segbench run 'a b.yaml' --only 'model=u*'");
  }
}
