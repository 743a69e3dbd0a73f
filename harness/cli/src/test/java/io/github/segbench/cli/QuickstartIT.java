package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart as a new user starts it, from the packaged launcher, on 20 scenes. */
final class QuickstartIT {
  private static final List<String> MODELS =
      List.of("fcn8s-shapes", "unet-shapes", "segnet-shapes", "maskrcnn-shapes", "upsnet-shapes");

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void runQuickstart() throws IOException, InterruptedException {
    Launched launched =
        launch(
            "run",
            "configs/runs/quickstart.yaml",
            "--set",
            "datasets.0.limit=20",
            "--set",
            "latency.warmupIterations=1",
            "--set",
            "latency.warmupTime=100 ms",
            "--set",
            "latency.warmupLimit=100 ms",
            "--set",
            "latency.measurementIterations=1",
            "--set",
            "latency.measurementTime=300 ms",
            "--set",
            "latency.images=4",
            "--set",
            "latency.coldStarts=1",
            "--set",
            "latency.scenarioTime=200 ms",
            "--out",
            folder.toString());
    assertThat(launched.status()).as(launched.err()).isZero();
    assertThat(launched.out()).contains("U-Net").contains("Report: ");
    try (Stream<Path> runs = Files.list(folder.resolve("quickstart"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void everyModelIsScoredUnderEachOfItsTasks() throws IOException {
    List<String> scored = new ArrayList<>();
    for (CSVRecord row : table("metrics.csv")) {
      if (row.get("category").equals("all")
          && List.of("mIoU", "AP", "PQ").contains(row.get("metric"))) {
        scored.add(row.get("model") + " " + row.get("metric"));
        assertThat(Double.parseDouble(row.get("value")))
            .as("%s of %s", row.get("metric"), row.get("model"))
            .isBetween(
                Double.parseDouble(row.get("ci_low")), Double.parseDouble(row.get("ci_high")))
            .isBetween(0.3, 0.99);
        assertThat(row.get("images")).isEqualTo("20");
      }
    }
    assertThat(scored)
        .containsExactlyInAnyOrder(
            "fcn8s-shapes mIoU",
            "unet-shapes mIoU",
            "segnet-shapes mIoU",
            "maskrcnn-shapes AP",
            "upsnet-shapes mIoU",
            "upsnet-shapes AP",
            "upsnet-shapes PQ");
  }

  @Test
  void everyStageOfEveryModelIsTimed() throws IOException {
    List<String> timed = new ArrayList<>();
    for (CSVRecord row : table("latency.csv")) {
      assertThat(Double.parseDouble(row.get("score"))).isPositive();
      if (row.get("mode").equals("sample")) {
        timed.add(row.get("model") + " " + row.get("stage"));
        assertThat(Double.parseDouble(row.get("p50")))
            .isBetween(Double.parseDouble(row.get("min")), Double.parseDouble(row.get("max")));
      }
    }
    for (String model : MODELS) {
      for (String stage : List.of("decode", "preprocess", "inference", "postprocess", "endToEnd")) {
        assertThat(timed).contains(model + " " + stage);
      }
    }
  }

  @Test
  void everyModelStartsColdAndGoesThroughTheScenarios() throws IOException {
    List<String> cold = new ArrayList<>();
    for (CSVRecord row : table("latency.csv")) {
      if (row.get("mode").equals("singleShot")) {
        cold.add(row.get("model") + " " + row.get("stage"));
      }
    }
    List<String> scenarios = new ArrayList<>();
    for (CSVRecord row : table("scenarios.csv")) {
      scenarios.add(row.get("model") + " " + row.get("scenario"));
      assertThat(row.get("images")).isEqualTo("4");
      if (!row.get("scenario").equals("server")) {
        assertThat(Double.parseDouble(row.get("score"))).isPositive();
      }
    }
    for (String model : MODELS) {
      assertThat(cold)
          .contains(model + " coldStart", model + " modelLoad", model + " firstInference");
      assertThat(scenarios)
          .contains(model + " singleStream", model + " offline", model + " server");
    }
  }

  @Test
  void everyFileOfARunIsThere() {
    assertThat(run.resolve("run.json")).isNotEmptyFile();
    assertThat(run.resolve("config.yaml")).isNotEmptyFile();
    assertThat(run.resolve("images.csv")).isNotEmptyFile();
    assertThat(run.resolve("report/index.html")).isNotEmptyFile();
    for (String model : MODELS) {
      String trial = model + "_shapes-test-first20_onnxruntime-cpu-fp32";
      assertThat(run.resolve("jmh/" + trial + ".json")).isNotEmptyFile();
    }
    assertThat(run.resolve("confusion")).isDirectoryContaining("glob:**unet-shapes*.csv");
    assertThat(run.resolve("report/tables")).isDirectoryContaining("glob:**leaderboard*.tex");
    assertThat(run.resolve("report/charts")).isDirectoryContaining("glob:**.svg");
  }

  @Test
  void theStoredRunGivesTheSameReport() throws IOException, InterruptedException {
    Path copy = folder.resolve("again");
    Launched launched = launch("report", run.toString(), "--out", copy.toString());
    assertThat(launched.status()).as(launched.err()).isZero();
    assertThat(Files.readString(copy.resolve("index.html")))
        .isEqualTo(Files.readString(run.resolve("report/index.html")));
  }

  private static List<CSVRecord> table(String file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(run.resolve(file)), format)) {
      return parser.getRecords();
    }
  }

  private record Launched(int status, String out, String err) {}

  private static Launched launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./segbench"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "launched", ".out");
    Path err = Files.createTempFile(folder, "launched", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(CommandLineRun.root().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // The build that runs this test has just packaged the launcher's jar.
    builder.environment().put("SEGBENCH_NO_BUILD", "1");
    int status = builder.start().waitFor();
    return new Launched(status, Files.readString(out), Files.readString(err));
  }
}
