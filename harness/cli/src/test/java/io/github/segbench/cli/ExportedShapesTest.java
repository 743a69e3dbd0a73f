package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes that went through files and the folder reader score as those that were generated. */
final class ExportedShapesTest {
  @TempDir private Path folder;

  @Test
  void folderReaderGivesTheNumbersOfTheGeneratedScenes() throws IOException {
    CommandLineRun export =
        CommandLineRun.of(
            "datasets",
            "export",
            "shapes",
            "--split",
            "val",
            "--set",
            "options.count=8",
            "--out",
            folder.resolve("scenes").toString());
    assertThat(export.status()).as(export.err()).isEqualTo(ExitStatus.DONE);
    Path runFile =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: both
            models: [unet-shapes]
            datasets:
              - {use: shapes, split: val, limit: 8}
              - id: exported
                reader: folder
                labels: shapes
                split: all
                options:
                  root: scenes
                  images: "images/{id}.png"
                  labels: "labels/{id}.png"
                  splits: [all]
            backends: [{id: onnxruntime}]
            latency: {enabled: false}
            """);
    CommandLineRun run =
        CommandLineRun.of("run", runFile.toString(), "--out", folder.resolve("results").toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);

    List<String> generated = values("shapes");
    assertThat(generated).hasSizeGreaterThan(10);
    assertThat(values("exported")).isEqualTo(generated);
  }

  /** Metric, category, value and interval of every row of a data set. */
  private List<String> values(String dataset) throws IOException {
    Path csv;
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      csv = files.filter(file -> file.endsWith("metrics.csv")).findFirst().orElseThrow();
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(Files.readString(csv), format)) {
      return rows.stream()
          .filter(row -> row.get("dataset").equals(dataset))
          .map(
              row ->
                  String.join(
                      " ",
                      row.get("metric"),
                      row.get("category"),
                      row.get("value"),
                      row.get("ci_low"),
                      row.get("ci_high")))
          .toList();
    }
  }
}
