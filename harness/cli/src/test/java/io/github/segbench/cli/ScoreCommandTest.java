package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code score} on small files: its numbers, its files and what it refuses. */
final class ScoreCommandTest {
  /** Two images of 4x4, one category of things, a square of 2x2 pixels in each. */
  private static final String TRUTH =
      """
      {"images": [{"id": 1, "width": 4, "height": 4}, {"id": 2, "width": 4, "height": 4}],
       "categories": [{"id": 7, "name": "square"}],
       "annotations": [
         {"id": 1, "image_id": 1, "category_id": 7, "iscrowd": 0, "area": 4, "bbox": [0, 0, 2, 2],
          "segmentation": {"size": [4, 4], "counts": [0, 2, 2, 2, 10]}},
         {"id": 2, "image_id": 2, "category_id": 7, "iscrowd": 0, "area": 4, "bbox": [1, 1, 2, 2],
          "segmentation": {"size": [4, 4], "counts": [5, 2, 2, 2, 5]}}]}
      """;

  private static final String RESULT =
      """
      {"image_id": 1, "category_id": 7, "score": 0.9,
       "segmentation": {"size": [4, 4], "counts": [0, 2, 2, 2, 10]}}\
      """;

  @TempDir private Path folder;
  private Path labels;

  @BeforeEach
  void writeLabels() throws IOException {
    labels =
        Files.writeString(
            folder.resolve("three.yaml"),
            """
            id: three
            ignore: 255
            categories:
              - {id: 0, name: ground, frequency: frequent}
              - {id: 1, name: disc, thing: true, frequency: rare}
              - {id: 2, name: ring, thing: true, frequency: rare}
            """);
    map("truth", "a", 0, 0, 1, 1);
    map("truth", "b", 0, 1, 1, 255);
  }

  @Test
  void printsAndStoresAColumnForEachConvention() throws IOException {
    map("mine", "a", 0, 0, 2, 1);
    map("mine", "b", 0, 1, 1, 0);
    CommandLineRun run = scoreLabels("mine", "--convention", "standard,detectron2,camvid11");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    // ground 3/3, disc 3/4, ring 0/1: 1.75 / 3 where ring counts, 1.75 / 2 where the truth decides.
    assertThat(run.out().lines().toList().get(0).split(" +"))
        .containsExactly("METRIC", "CATEGORY", "standard", "detectron2", "camvid11");
    assertThat(run.out()).containsPattern("mIoU +all +0\\.58333 .* +0\\.87500 .* +0\\.58333 ");
    assertThat(rows("metrics.csv"))
        .filteredOn(row -> row.get("metric").equals("mIoU"))
        .extracting(row -> row.get("convention") + " " + row.get("value"))
        .containsExactly(
            "standard 0.5833333333333334", "detectron2 0.875", "camvid11 0.5833333333333334");
    assertThat(rows("images.csv")).hasSize(4);
    assertThat(results().file("confusion/mine.csv")).exists();
    assertThat(results().file("run.json")).content().contains("\"stored\"");
  }

  @Test
  void storedScoresAreReportedLikeRuns() throws IOException {
    map("mine", "a", 0, 0, 2, 1);
    map("mine", "b", 0, 1, 1, 0);
    assertThat(scoreLabels("mine", "--convention", "standard,voc2012").status()).isZero();
    CommandLineRun report = CommandLineRun.of("report", results().folder().toString());
    assertThat(report.status()).as(report.err()).isEqualTo(ExitStatus.DONE);
    assertThat(results().file("report/index.html")).content().contains("voc2012");
  }

  @Test
  void missingPredictionsCountAsVoidAndAreListed() throws IOException {
    map("mine", "a", 0, 0, 1, 1);
    CommandLineRun run = scoreLabels("mine", "--metrics", "pixelAccuracy");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.err()).contains("mine: 1 image has no prediction and counts as void: b");
    // 4 of the 7 valid pixels.
    assertThat(run.out()).contains("0.57143").doesNotContain("mIoU");
    CommandLineRun strict = scoreLabels("mine", "--strict");
    assertThat(strict.status()).isEqualTo(ExitStatus.TRIAL_FAILED);
    assertThat(strict.err()).contains("mine, image b: there is no prediction");
    assertThat(strict.out()).isEmpty();
  }

  @Test
  void namesOfFilesMayHaveMoreThanTheId() throws IOException {
    map("mine", "a_pred", 0, 0, 1, 1);
    map("mine", "b_pred", 0, 1, 1, 0);
    map("mine", "b_colour", 9, 9, 9, 9);
    CommandLineRun run =
        score(
            "labels",
            folder.resolve("truth"),
            folder.resolve("mine/*_pred.png"),
            "--labels",
            labels.toString(),
            "--strict");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).containsPattern("mIoU +all +1\\.00000");
    assertThat(results().file("confusion/mine.csv")).exists();
  }

  @Test
  void comparesEveryModelWithTheFirst() throws IOException {
    map("old", "a", 2, 2, 2, 2);
    map("old", "b", 2, 2, 2, 2);
    map("new", "a", 0, 0, 1, 1);
    map("new", "b", 0, 1, 1, 1);
    CommandLineRun run = scoreLabels("old", "--predictions", "best=" + folder.resolve("new"));
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .containsPattern("pixelAccuracy +all +standard +1\\.00000 .* \\* +best - old");
    assertThat(rows("differences.csv"))
        .filteredOn(row -> row.get("metric").equals("pixelAccuracy"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("first")).isEqualTo("old");
              assertThat(row.get("second")).isEqualTo("best");
              assertThat(row.get("difference")).isEqualTo("1.0");
              assertThat(row.get("significant")).isEqualTo("true");
            });
  }

  @Test
  void scoresSlicesByTagAndFrequency() throws IOException {
    map("mine", "a", 0, 0, 1, 1);
    map("mine", "b", 1, 1, 1, 0);
    Path tags = Files.writeString(folder.resolve("tags.csv"), "image,time\na,day\nb,night\n");
    CommandLineRun run = scoreLabels("mine", "--tags", tags.toString(), "--frequencies");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    // Night: ground 0 of 1, disc 2 of 3. Frequent is ground: 2 of 3. Rare is disc: 4 of 5.
    assertThat(rows("slices.csv"))
        .filteredOn(row -> row.get("metric").equals("mIoU"))
        .extracting(row -> row.get("slice") + " " + row.get("value") + " " + row.get("images"))
        .containsExactly(
            "frequency=rare 0.8 2",
            "frequency=frequent 0.6666666666666666 2",
            "time=day 1.0 1",
            "time=night 0.3333333333333333 1");
    assertThat(run.out()).containsPattern("time=night +mIoU +all +mine +standard +0\\.33333");
  }

  @Test
  void scoresCocoResultsByMaskAndBox() throws IOException {
    Path truth = Files.writeString(folder.resolve("gt.json"), TRUTH);
    Path results = Files.writeString(folder.resolve("dt.json"), "[" + RESULT + "]");
    CommandLineRun run = score("coco-instances", truth, results, "--iou", "mask,box");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    // One object of two is found, exactly: precision 1 up to recall 0.5, that is at 51 of 101
    // points.
    assertThat(rows("metrics.csv"))
        .filteredOn(row -> row.get("category").equals("all"))
        .filteredOn(row -> List.of("AP", "boxAP", "AR100").contains(row.get("metric")))
        .extracting(row -> row.get("metric") + " " + round(row.get("value")))
        .containsExactly("AP 0.504950", "AR100 0.500000", "boxAP 0.504950");
  }

  @Test
  void printedSlicesLeaveOutWhatTheyDoNotHave() throws IOException {
    String rare = TRUTH.replace("\"square\"", "\"square\", \"frequency\": \"r\"");
    Path truth = Files.writeString(folder.resolve("gt.json"), rare);
    Path results = Files.writeString(folder.resolve("dt.json"), "[" + RESULT + "]");
    CommandLineRun run = score("coco-instances", truth, results, "--frequencies");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    List<String> printed =
        run.out().lines().filter(line -> line.startsWith("frequency=rare")).toList();
    assertThat(printed).anyMatch(line -> line.matches("frequency=rare +APr +all .*0\\.50495.*"));
    assertThat(printed).noneMatch(line -> line.contains("APc"));
    assertThat(rows("slices.csv"))
        .anyMatch(row -> row.get("metric").equals("APc") && row.get("value").isEmpty());
  }

  /** 51 / 101 = 0.504950... */
  private static String round(String value) {
    return String.format(Locale.ROOT, "%.6f", Double.parseDouble(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9                   | NaN                    | score",
        "0.9                   | \"high\"               | score",
        "[0, 2, 2, 2, 10]      | [0, 2, 2, 2, 11]       | 17",
        "[0, 2, 2, 2, 10]      | [0, 2, -2, 6, 10]      | -2",
        "[4, 4]                | [4, 5]                 | 5x4",
        "'category_id\": 7'    | 'category_id\": 8'     | 8",
        "'image_id\": 1'       | 'image_id\": 3'        | 3",
        "'}}'                  | '}'                    | dt.json",
        "'[0, 2, 2, 2, 10]'    | '\"0222\"'             | dt.json",
      })
  void damagedResultsAreRefusedInOneLineWithoutANumber(String text, String other, String named)
      throws IOException {
    Path truth = Files.writeString(folder.resolve("gt.json"), TRUTH);
    String damaged = RESULT.replace(text, other);
    assertThat(damaged).isNotEqualTo(RESULT);
    Path results = Files.writeString(folder.resolve("dt.json"), "[" + damaged + "]");
    CommandLineRun run = score("coco-instances", truth, results);
    assertRefused(run);
    assertThat(run.err()).contains("dt.json").contains(named);
  }

  @Test
  void damagedMapsAreRefusedWithTheirFile() throws IOException {
    Path file = map("mine", "a", 0, 0, 1, 1);
    byte[] png = Files.readAllBytes(file);
    for (byte[] damaged :
        List.of(
            new byte[0],
            Arrays.copyOf(png, png.length / 2),
            "no picture".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, damaged);
      CommandLineRun run = scoreLabels("mine");
      assertRefused(run);
      assertThat(run.err()).contains("a.png");
    }
  }

  @Test
  void predictionsThatDoNotFitAreRefused() throws IOException {
    map("wide", "a", 0, 0, 1, 1, 1);
    CommandLineRun wide = scoreLabels("wide");
    assertRefused(wide);
    assertThat(wide.err()).contains("image a").contains("5x1").contains("4x1");
    map("extra", "z", 0);
    CommandLineRun extra = scoreLabels("extra");
    assertRefused(extra);
    assertThat(extra.err()).contains("extra").contains("image z");
  }

  @Test
  void groundTruthOutsideTheLabelSetIsRefused() throws IOException {
    map("truth", "b", 0, 1, 9, 255);
    map("mine", "a", 0, 0, 1, 1);
    map("mine", "b", 0, 0, 1, 1);
    CommandLineRun run = scoreLabels("mine");
    assertRefused(run);
    assertThat(run.err()).contains("image b").contains("label 9 at x=2 y=0").contains("three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format coco-instnces --ground-truth x --predictions y | did you mean 'coco-instances'",
        "--format labels --ground-truth x                        | --predictions",
        "--format labels --predictions x                         | --ground-truth",
        "--format labels --ground-truth x --predictions y        | give --labels",
        "--format coco-instances --ground-truth none.json --predictions y | none.json",
        "--format coco-instances --ground-truth x --predictions y --convention standard | coco",
        "--format labels --ground-truth x --predictions y --metrics mIuO | did you mean 'mIoU'",
        "--format labels --ground-truth x --predictions y --iou box | box",
        "--format cityscapes --ground-truth none --predictions y | none",
        "--format labels --ground-truth x --predictions y --threads -1 | --threads: -1",
        "--format labels --ground-truth x --predictions y --resamples -1 | --resamples: -1",
        "--format labels --ground-truth x --predictions y --name ../x | --name: '../x'",
        "--format labels --dataset shapes --labels shapes --predictions y | --labels",
        "--format labels --ground-truth x --predictions y --iou mask --metrics mIoU | --iou",
        "--format labels --ground-truth x --predictions y --metrics mIoU,ade20kScore | ade20kScore",
        "--format labels --ground-truth x --dataset shapes --predictions y | mutually exclusive",
      })
  void usageThatIsWrongIsRefusedBeforeAnyWork(String arguments, String named) {
    List<String> words = new ArrayList<>(List.of("score", "--out", folder.toString()));
    words.addAll(List.of(arguments.split(" +")));
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).startsWith("segbench: ").contains(named);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void groundTruthOfNoImageIsRefused() throws IOException {
    String none =
        "{\"images\": [], \"annotations\": [], \"categories\": [{\"id\": 1, \"name\": \"a\"}]}";
    Path truth = Files.writeString(folder.resolve("gt.json"), none);
    CommandLineRun run =
        score("coco-instances", truth, Files.writeString(folder.resolve("dt.json"), "[]"));
    assertRefused(run);
    assertThat(run.err()).contains("gt.json: ground truth of no image");
  }

  private void assertRefused(CommandLineRun run) {
    assertThat(run.status()).as(run.err()).isIn(ExitStatus.BAD_USAGE, ExitStatus.TRIAL_FAILED);
    assertThat(run.err().lines().filter(line -> line.startsWith("segbench: "))).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private CommandLineRun scoreLabels(String predictions, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--labels", labels.toString()));
    arguments.addAll(List.of(more));
    return score(
        "labels",
        folder.resolve("truth"),
        folder.resolve(predictions),
        arguments.toArray(String[]::new));
  }

  private CommandLineRun score(String format, Path truth, Path predictions, String... more) {
    return CommandLineRun.score(
        format, truth, predictions.toString(), folder.resolve("results"), more);
  }

  /** A map of one row. */
  private Path map(String parent, String image, int... row) throws IOException {
    short[] ids = new short[row.length];
    for (int i = 0; i < row.length; i++) {
      ids[i] = (short) row[i];
    }
    Path file = folder.resolve(parent).resolve(image + ".png");
    Files.createDirectories(file.getParent());
    return Files.write(file, LabelPng.encode(new LabelMap(row.length, 1, ids)));
  }

  private StoredRun results() {
    return StoredRun.only(folder.resolve("results"), "score");
  }

  private List<CSVRecord> rows(String file) {
    return results().rows(file);
  }
}
