package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs with one thing wrong: a clear line, the right exit code, and nothing else lost. */
final class BadInputTest {
  private static final Path ROOT = CommandLineRun.root();
  private static final Path UNET = ROOT.resolve("adapters/zoo/unet-shapes/unet-shapes.onnx");

  @TempDir private Path folder;
  private Path runFile;

  @BeforeEach
  void writeRunFile() throws IOException {
    runFile = folder.resolve("run.yaml");
    Files.writeString(
        runFile,
        """
        name: trial
        models: [unet-shapes]
        datasets:
          - {use: shapes, split: test, limit: 2}
        backends:
          - {id: onnxruntime, device: cpu}
        accuracy: {bootstrap: {resamples: 0}}
        latency: {enabled: false}
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.0=u-net-shapes         | unet-shapes",
        "backends.0.id=onnxruntim      | onnxruntime",
        "datasets.0.use=shape          | shapes",
        "accuracy.metrics=[mIUo]       | mIoU",
        "accuracy.convention=standart  | standard",
        "latency.present=quick         | preset",
        "latency.preset=fast           | quick",
        "latency.forks=many            | forks",
        "latency.batch=[-1]            | batch",
        "datasets.0.limit=-5           | limit",
        "backends.0.options={threads: 2} | intraOpThreads",
        "models.0={id: x, family: fnc} | fcn",
        "backends.0.options={provider: tensorrt} | device cuda",
        "backends.0.options={providerOptions: {a: b}} | takes no providerOptions",
      })
  void configurationThatIsWrongIsRefusedBeforeAnyWork(String change, String named) {
    CommandLineRun run = run("--set", change);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).startsWith("segbench: ").contains(named);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void malformedYamlIsRefusedWithItsLine() throws IOException {
    Files.writeString(runFile, "name: trial\nmodels: [unet-shapes\n");
    CommandLineRun run = run();
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("run.yaml:3:");
  }

  @Test
  void missingModelFileIsRefusedBeforeAnyWork() throws IOException {
    Path model = writeModel(folder.resolve("gone.onnx"), "");
    CommandLineRun run = run("--set", "models.0=" + model);
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("gone.onnx").contains("model.yaml:7:");
  }

  @Test
  void wrongChecksumFailsItsTrialAloneAndNamesBoth() throws IOException {
    Path model = writeModel(UNET, ", sha256: " + "0f".repeat(32));
    CommandLineRun run = run("--set", "models=[unet-shapes, " + model + "]");
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err())
        .contains("FAILED (model)")
        .contains("c14db4d17230674d26e760f9aaec8fd57ee38011dd08db8b2ea923eb027718d7")
        .contains("0f".repeat(32))
        .contains("1 of 2 trials failed");
    assertThat(metrics()).anyMatch(row -> row.startsWith("unet-shapes") && row.contains(",mIoU,"));
  }

  @Test
  void corruptNetworkFailsItsTrialAlone() throws IOException {
    Path corrupt = folder.resolve("corrupt.onnx");
    Files.write(corrupt, Arrays.copyOf(Files.readAllBytes(UNET), 100_000));
    Path model = writeModel(corrupt, "");
    CommandLineRun run = run("--set", "models=[" + model + ", unet-shapes]");
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err()).contains("FAILED (model)").contains("corrupt.onnx");
    assertThat(metrics()).anyMatch(row -> row.startsWith("unet-shapes") && row.contains(",mIoU,"));
  }

  @Test
  void emptySplitFailsTheTrial() throws IOException {
    Files.createDirectories(folder.resolve("data/val"));
    CommandLineRun run = run("--set", "datasets.0=" + writeFolderDataset());
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err()).contains("FAILED (dataset)").contains("val");
  }

  @Test
  void labelsOfAnotherSizeFailTheTrialAndNameTheFile() throws IOException {
    writeSample("good", 32, 32);
    writeSample("odd", 32, 31);
    CommandLineRun run = run("--set", "datasets.0=" + writeFolderDataset());
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err())
        .contains("FAILED (accuracy)")
        .contains("odd.png")
        .contains("32x32")
        .contains("32x31");
  }

  @Test
  void labelsOutsideTheLabelSetFailTheTrialAndNameTheFile() throws IOException {
    writeSample("good", 32, 32);
    Path labels = folder.resolve("data/valannot/good.png");
    short[] ids = new short[32 * 32];
    ids[33] = 99;
    Files.write(labels, LabelPng.encode(new LabelMap(32, 32, ids)));
    CommandLineRun run = run("--set", "datasets.0=" + writeFolderDataset());
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err()).contains("good.png").contains("99");
  }

  @Test
  void resultsThatCannotBeWrittenAreRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandLineRun run = CommandLineRun.of("run", runFile.toString(), "--out", file.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains(file.toString()).doesNotContain("[1/1]");
  }

  @Test
  void modelThatDoesNotFitTheDataIsSkippedWithItsReason() throws IOException {
    writeSample("good", 32, 32);
    Path dataset = writeFolderDataset();
    Files.writeString(dataset, Files.readString(dataset).replace("labels: shapes", "labels: voc"));
    CommandLineRun run = run("--set", "datasets.0=" + dataset);
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.err())
        .contains("skipped: ")
        .contains("predicts no category of data set own")
        .contains("nothing was measured");
  }

  @Test
  void modelThatFitsTheDataInPartIsScoredOnThatPartAndSaysSo() throws IOException {
    writeSample("good", 32, 32);
    Path dataset = writeFolderDataset();
    Files.writeString(
        dataset, Files.readString(dataset).replace("labels: shapes", "labels: camvid11"));
    CommandLineRun run = run("--set", "datasets.0=" + dataset);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    // Sky and road are categories of both.
    assertThat(run.err())
        .contains(
            "note: 9 of the data set's 11 categories left out as void, not predicted by model"
                + " unet-shapes: building, pole, pavement, tree, sign, fence, car, pedestrian,"
                + " bicyclist; means are over the other 2");
    assertThat(metrics()).noneMatch(row -> row.contains("building"));
  }

  @Test
  void metricOfAnotherTaskIsSkippedWithItsReason() {
    CommandLineRun run = run("--set", "accuracy.metrics=[PQ]");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.err()).contains("skipped: ").contains("PQ");
  }

  @Test
  void backendThatIsNotThereIsSkippedWithItsReason() {
    CommandLineRun skipped = run("--set", "backends.0.device=cuda:7");
    assertThat(skipped.status()).isEqualTo(ExitStatus.DONE);
    assertThat(skipped.err()).contains("skipped: ").contains("cuda");
  }

  @Test
  void requiredBackendThatIsNotThereIsRefusedBeforeAnyWork() {
    CommandLineRun run =
        run("--set", "backends.0.device=cuda:7", "--set", "backends.0.required=true");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("cuda").doesNotContain("[1/1]");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private CommandLineRun run(String... arguments) {
    Stream<String> fixed =
        Stream.of("run", runFile.toString(), "--out", folder.resolve("results").toString());
    return CommandLineRun.of(Stream.concat(fixed, Stream.of(arguments)).toArray(String[]::new));
  }

  private List<String> metrics() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return Files.readAllLines(
          files.filter(file -> file.endsWith("metrics.csv")).findFirst().orElseThrow());
    }
  }

  /** A model file; its ONNX file is on line 7. */
  private Path writeModel(Path onnx, String checksum) throws IOException {
    return Files.writeString(
        folder.resolve("model.yaml"),
        """
        id: own
        name: Own
        family: unet
        labels: shapes
        input: {name: image, padMultiple: 16, mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25]}
        files:
          onnx: {path: PATH}
        """
            .replace("PATH", onnx + checksum));
  }

  private Path writeFolderDataset() throws IOException {
    return Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        id: own
        reader: folder
        labels: shapes
        split: val
        options:
          root: data
          images: "{split}/{id}.png"
          labels: "{split}annot/{id}.png"
        """);
  }

  private void writeSample(String id, int labelWidth, int labelHeight) throws IOException {
    Path image = folder.resolve("data/val/" + id + ".png");
    Path labels = folder.resolve("data/valannot/" + id + ".png");
    Files.createDirectories(folder.resolve("data/val"));
    Files.createDirectories(folder.resolve("data/valannot"));
    Files.write(image, ImageCodec.encodePng(new RgbImage(32, 32, new byte[32 * 32 * 3])));
    LabelMap map = new LabelMap(labelWidth, labelHeight, new short[labelWidth * labelHeight]);
    Files.write(labels, LabelPng.encode(map));
  }
}
