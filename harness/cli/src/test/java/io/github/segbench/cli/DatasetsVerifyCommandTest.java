package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.png.LabelPng;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code datasets verify} and {@code datasets stats} on a small folder. */
final class DatasetsVerifyCommandTest {
  private static final int WIDTH = 4;
  private static final int HEIGHT = 3;

  @TempDir private Path folder;
  private Path yaml;

  @BeforeEach
  void writeSoundData() throws IOException {
    Files.writeString(
        folder.resolve("labels.yaml"),
        """
        id: two
        ignore: 255
        categories:
          - {id: 0, name: ground}
          - {id: 1, name: car, thing: true}
        """);
    yaml = folder.resolve("tiny.yaml");
    Files.writeString(
        yaml,
        """
        id: tiny
        reader: folder
        labels: labels.yaml
        split: val
        splits: {train: 2, val: 2}
        options: {root: data, images: "{split}/{id}.*", labels: "{split}annot/{id}.png"}
        """);
    for (String split : List.of("train", "val")) {
      for (String id : List.of("a", "b")) {
        image(split + "/" + id + ".png");
        labels(split + "annot/" + id + ".png", 1);
      }
    }
  }

  @Test
  void soundDataAreFoundSound() {
    CommandLineRun run = verify();

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("DATASET SPLIT IMAGES EXPECTED PROBLEMS SECONDS FINGERPRINT"),
            line -> assertThat(line).matches("tiny train 2 2 0 [0-9.]+ [0-9a-f]{64}"),
            line -> assertThat(line).matches("tiny val 2 2 0 [0-9.]+ [0-9a-f]{64}"));
    assertThat(run.err()).contains("tiny val: 2 of 2 images");
  }

  @Test
  void wrongNumberOfImagesIsFound() throws IOException {
    image("val/c.png");
    labels("valannot/c.png", 0);

    assertProblems(verify(), "data set tiny: split 'val' has 3 images, expected 2");
  }

  @Test
  void imageWithoutLabelsIsFound() throws IOException {
    Files.delete(data("valannot/b.png"));

    assertProblems(
        verify(),
        "data set tiny: image "
            + data("val/b.png")
            + " has no labels "
            + data("valannot/b.png")
            + "; nothing else of split 'val' was checked");
  }

  @Test
  void labelsWithoutImageAreFound() throws IOException {
    labels("valannot/lost.png", 0);

    assertProblems(
        verify(), data("valannot/lost.png") + ": belongs to no image of split 'val', expected one");
  }

  @Test
  void labelsOfAnotherSizeAreFound() throws IOException {
    Files.write(data("valannot/b.png"), LabelPng.encode(new LabelMap(WIDTH, 1, new short[WIDTH])));

    CommandLineRun run = verify();

    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(problems(run))
        .singleElement()
        .asString()
        .contains(data("valannot/b.png").toString(), "4x1", "4x3");
  }

  @Test
  void foreignIdIsFound() throws IOException {
    labels("valannot/b.png", 7);

    assertProblems(
        verify(),
        "image b: " + data("valannot/b.png") + ": label 7 at x=0 y=0 is not in labels 'two'");
  }

  @Test
  void damagedFilesAreFoundAllAtOnce() throws IOException {
    byte[] png = Files.readAllBytes(data("val/a.png"));
    Files.write(data("val/a.png"), Arrays.copyOf(png, png.length / 2));
    Files.delete(data("train/a.png"));
    Files.writeString(data("train/a.jpg"), "no JPEG", StandardCharsets.UTF_8);
    byte[] labels = Files.readAllBytes(data("valannot/b.png"));
    Files.write(data("valannot/b.png"), Arrays.copyOf(labels, labels.length - 14));

    CommandLineRun run = verify();

    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(problems(run))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("image a: " + data("train/a.jpg") + ": "),
            line -> assertThat(line).startsWith("image a: " + data("val/a.png") + ": "),
            line -> assertThat(line).startsWith("image b: " + data("valannot/b.png") + ": "));
  }

  @Test
  void jpegThatIsCutShortIsFound() throws IOException {
    BufferedImage noise = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int i = 0; i < 64 * 48; i++) {
      noise.setRGB(i % 64, i / 64, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(noise, "jpeg", bytes)).isTrue();
    Files.delete(data("val/a.png"));
    Files.write(data("val/a.jpg"), bytes.toByteArray());
    Files.write(data("valannot/a.png"), LabelPng.encode(new LabelMap(64, 48, new short[64 * 48])));
    assertThat(verify().status()).isEqualTo(ExitStatus.DONE);

    Files.write(data("val/a.jpg"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

    CommandLineRun run = verify();
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(problems(run))
        .singleElement()
        .asString()
        .startsWith("image a: " + data("val/a.jpg") + ": corrupt image");
  }

  @Test
  void withoutANameOnlyDataSetsOfFilesAreVerified() {
    CommandLineRun run = CommandLineRun.of("datasets", "verify", "--data", folder.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void dataFolderCanBeNamed() throws IOException {
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("root: data", "root: \"${SEGBENCH_DATA:-/nowhere}/data\""));

    for (String command : List.of("verify", "stats")) {
      CommandLineRun run =
          CommandLineRun.of("datasets", command, yaml.toString(), "--data", folder.toString());
      assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void splitThatIsNotThereIsFoundButNotIfAnotherIsAskedFor() throws IOException {
    for (String file : List.of("train/a.png", "train/b.png")) {
      Files.delete(data(file));
    }

    assertThat(verify().status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(verify("--split", "val").status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void datasetThatIsNotThereSaysHowItCanBeHad() throws IOException {
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("root: data", "root: nowhere")
            + """
            source:
              homepage: https://tiny.test
              licence: free
              files: [{name: tiny.zip, url: https://tiny.test/tiny.zip, into: tiny}]
            """);

    CommandLineRun run = verify();

    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("nowhere")
        .endsWith("; './segbench datasets fetch tiny' downloads it\n");
  }

  @Test
  void subsetIsSaidToBeOne() {
    CommandLineRun run = verify("--split=val", "--limit=1");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).containsPattern("tiny +val +1 of 2 +2 +0 ");
  }

  @Test
  void optionsWithoutADatasetAreRefused() {
    CommandLineRun run = CommandLineRun.of("datasets", "verify", "--split", "val");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).startsWith("segbench: --split, --set and subsets are of one data set");
    assertThat(CommandLineRun.of("datasets", "verify", "no-such").status())
        .isEqualTo(ExitStatus.BAD_USAGE);
  }

  @Test
  void nothingIsWrittenIntoTheData() throws IOException {
    List<String> before = files();
    verify();

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void statisticsCountPixelsAndGoToFiles() {
    Path out = folder.resolve("stats");
    CommandLineRun run =
        CommandLineRun.of("datasets", "stats", yaml.toString(), "--out", out.toString());

    // Each of two images has one pixel of the car and 11 of the ground: 2/24, 22/24.
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .startsWith("2 images of tiny-val\n")
        .containsPattern("0 +ground +22 +0\\.916667 +2\n")
        .containsPattern("1 +car +2 +0\\.0833333 +2\n");
    assertThat(out.resolve("semantic.csv")).content().contains("\n1,car,2,0.0833333,2\n");
    assertThat(out.resolve("class-frequencies.svg")).exists();
  }

  @Test
  void damagedImageStopsItsTrialAlone() throws IOException {
    byte[] png = Files.readAllBytes(data("val/b.png"));
    Files.write(data("val/b.png"), Arrays.copyOf(png, png.length / 2));
    Path runFile =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: damaged
            models: [unet-shapes]
            datasets:
              - {use: tiny.yaml, split: train}
              - {use: tiny.yaml, split: val}
              - {use: shapes, limit: 2}
            backends: [{id: onnxruntime}]
            latency: {enabled: false}
            """);
    Files.writeString(
        yaml, Files.readString(yaml).replace("labels: labels.yaml", "labels: shapes"));

    CommandLineRun run =
        CommandLineRun.of("run", runFile.toString(), "--out", folder.resolve("results").toString());

    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err())
        .contains("FAILED (accuracy): image b: " + data("val/b.png") + ": corrupt PNG file")
        .endsWith("segbench: 1 of 3 trials failed\n");
    assertThat(StoredRun.only(folder.resolve("results"), "damaged").rows("metrics.csv"))
        .extracting(row -> row.get("dataset") + " " + row.get("split"))
        .contains("tiny train", "shapes test")
        .doesNotContain("tiny val");
  }

  @Test
  void runOnDataThatAreNotThereSaysHowTheyCanBeHad() throws IOException {
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("root: data", "root: nowhere")
            .replace("labels: labels.yaml", "labels: shapes"));
    Path runFile =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: absent
            models: [unet-shapes]
            datasets: [tiny.yaml]
            backends: [{id: onnxruntime}]
            latency: {enabled: false}
            """);

    CommandLineRun run =
        CommandLineRun.of("run", runFile.toString(), "--out", folder.resolve("results").toString());

    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(run.err())
        .contains("FAILED (dataset): data set tiny: ", folder.resolve("nowhere").toString())
        .contains("'./segbench datasets verify tiny' says what is wrong with it, or how to get it");
  }

  @Test
  void camVidIsSoundAndAsLargeAsSegNetSays() throws IOException {
    Path camvid = Path.of(System.getProperty("segbench.shared", "absent"), "data", "camvid");
    assumeThat(camvid).as("shared data").isDirectory();
    Path file =
        Files.writeString(
            folder.resolve("camvid.yaml"),
            """
            id: camvid
            reader: folder
            labels: camvid11
            split: val
            splits: {train: 367, val: 101}
            options: {root: "ROOT", images: "{split}/{id}.*", labels: "{split}annot/{id}.png"}
            """
                .replace("ROOT", camvid.toAbsolutePath().toString()));

    CommandLineRun verified = CommandLineRun.of("datasets", "verify", file.toString());

    assertThat(verified.status()).as(verified.err()).isEqualTo(ExitStatus.DONE);
    assertThat(verified.out())
        .containsPattern("camvid +train +367 +367 +0 ")
        .containsPattern("camvid +val +101 +101 +0 ");
    // numpy.bincount over valannot/*.png gives the same numbers.
    assertThat(CommandLineRun.of("datasets", "stats", file.toString()).out())
        .containsPattern("0 +sky +1601620 +0\\.0933588 +101\n")
        .containsPattern("10 +bicyclist +387010 +0\\.0225589 +101\n")
        .containsPattern("11 +\\(void\\) +297271\n");
  }

  private CommandLineRun verify(String... more) {
    Stream<String> call = Stream.of("datasets", "verify", yaml.toString());
    return CommandLineRun.of(Stream.concat(call, Stream.of(more)).toArray(String[]::new));
  }

  private static void assertProblems(CommandLineRun run, String... expected) {
    assertThat(run.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(problems(run)).containsExactly(expected);
  }

  private static List<String> problems(CommandLineRun run) {
    return run.err()
        .lines()
        .filter(line -> line.startsWith("segbench: "))
        .map(line -> line.substring("segbench: ".length()))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private Path data(String path) {
    return folder.resolve("data").resolve(path);
  }

  private void image(String path) throws IOException {
    Files.createDirectories(data(path).getParent());
    byte[] pixels = new byte[WIDTH * HEIGHT * RgbImage.CHANNELS];
    Arrays.fill(pixels, (byte) path.length());
    Files.write(data(path), ImageCodec.encodePng(new RgbImage(WIDTH, HEIGHT, pixels)));
  }

  /** Labels that are 0 but for the first pixel. */
  private void labels(String path, int first) throws IOException {
    Files.createDirectories(data(path).getParent());
    short[] ids = new short[WIDTH * HEIGHT];
    ids[0] = (short) first;
    Files.write(data(path), LabelPng.encode(new LabelMap(WIDTH, HEIGHT, ids)));
  }
}
