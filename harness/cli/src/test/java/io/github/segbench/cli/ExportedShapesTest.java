package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    StoredRun stored = StoredRun.only(folder.resolve("results"), "both");
    List<String> generated = stored.values("shapes");
    assertThat(generated).hasSizeGreaterThan(10);
    assertThat(stored.values("exported")).isEqualTo(generated);
  }
}
