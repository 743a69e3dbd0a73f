package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that opens a data set takes the same images of it. */
final class SubsetCommandsTest {
  /**
   * Of the 300 scenes 2000000 to 2000299: {@code sorted(ids, key=lambda i:
   * hashlib.sha256(f"11:{i}".encode()).hexdigest())[:4]} in Python.
   */
  private static final List<String> SAMPLE = List.of("2000036", "2000205", "2000281", "2000287");

  @TempDir private Path folder;

  @Test
  void exportTakesTheSample() {
    CommandLineRun export = export("all", "--sample", "4", "--seed", "11");

    assertThat(export.status()).as(export.err()).isEqualTo(ExitStatus.DONE);
    assertThat(export.out()).startsWith("4 images of shapes test in ");
    assertThat(names("all/images")).isEqualTo(SAMPLE);
  }

  @Test
  void exportTakesTheFirstOfTheSample() {
    CommandLineRun export = export("two", "--sample=4", "--seed=11", "--limit=2");

    assertThat(export.status()).as(export.err()).isEqualTo(ExitStatus.DONE);
    assertThat(names("two/images")).isEqualTo(SAMPLE.subList(0, 2));
  }

  @Test
  void scoreTakesTheSampleAndNamesIt() {
    export("truth", "--sample=4", "--seed=11");
    CommandLineRun score =
        CommandLineRun.of(
            "score",
            "--format=labels",
            "--dataset=shapes",
            "--sample=4",
            "--sample-seed=11",
            "--strict",
            "--predictions=mine=" + folder.resolve("truth/labels"),
            "--out=" + folder.resolve("results"));

    assertThat(score.status()).as(score.err()).isEqualTo(ExitStatus.DONE);
    assertThat(score.out()).containsPattern("mIoU +all +1\\.00000");
    StoredRun stored = StoredRun.only(folder.resolve("results"), "score");
    assertThat(stored.file("run.json"))
        .content()
        .contains("\"subset\" : \"sample4-seed11\"")
        .contains("\"images\" : 4,");
    assertThat(stored.file("config.yaml")).content().contains("subset: \"sample4-seed11\"");
  }

  @Test
  void exportedPanopticFilesAreOfTheSameImagesForScore() {
    export("truth", "--sample=4", "--seed=11");

    CommandLineRun score = scorePanoptic("--sample=4", "--sample-seed=11");
    assertThat(score.status()).as(score.err()).isEqualTo(ExitStatus.DONE);
    assertThat(score.out()).containsPattern("PQ +all +1\\.00000");
  }

  @Test
  void predictionOfAnImageOutsideTheSubsetIsNamedWithTheSubset() {
    export("truth", "--limit=3");

    CommandLineRun score = scorePanoptic("--limit=2");
    assertThat(score.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(score.err())
        .contains(
            "a prediction for image 2000002, of which there is no ground truth in Shapes; subset"
                + " first2 wants predictions of its images alone");
  }

  private CommandLineRun scorePanoptic(String... subset) {
    Stream<String> call =
        Stream.of(
            "score",
            "--format=coco-panoptic",
            "--dataset=shapes",
            "--strict",
            "--predictions=" + folder.resolve("truth/panoptic.json"),
            "--out=" + folder.resolve("results"));
    return CommandLineRun.of(Stream.concat(call, Stream.of(subset)).toArray(String[]::new));
  }

  @Test
  void validateNamesTheSubsetOfEveryTrial() {
    Path quickstart = CommandLineRun.root().resolve("configs/runs/quickstart.yaml");
    CommandLineRun run =
        CommandLineRun.of(
            "validate", quickstart.toString(), "--sample=5", "--seed=2", "--only=model=unet*");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("unet-shapes_shapes-test-sample5-seed2_onnxruntime-cpu-fp32");
  }

  @Test
  void saysWhichOptionIsWrong() {
    CommandLineRun run = export("wrong", "--limit=-1");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err())
        .isEqualTo("segbench: --set limit=-1: limit is -1, expected a whole number >= 0\n");
  }

  private CommandLineRun export(String out, String... more) {
    Stream<String> call =
        Stream.of("datasets", "export", "shapes", "--out", folder.resolve(out).toString());
    return CommandLineRun.of(Stream.concat(call, Stream.of(more)).toArray(String[]::new));
  }

  private List<String> names(String path) {
    try (Stream<Path> files = Files.list(folder.resolve(path))) {
      return files.map(file -> file.getFileName().toString().replace(".png", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
