package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CocoResultsTest {
  private static final Mask COLUMNS = Mask.ofCounts(5, 4, new int[] {4, 8, 8});

  @TempDir private Path folder;

  private static String detection(String rest) {
    return "{'image_id': 9, 'category_id': 90, 'score': 0.5, " + rest + "}";
  }

  private Instance only(String detection) {
    List<Instance> found = CocoFixture.read(CocoFixture.results(folder, detection), "9");
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void keepsTheOrderOfTheFileAndAllImagesOfTheTruth() {
    CocoResults results =
        CocoFixture.results(
            folder,
            detection("'bbox': [0, 0, 1, 1]").replace("0.5", "0.123456789012345678901")
                + ", "
                + detection("'bbox': [0, 0, 2, 2]").replace("0.5", "1e-5"));
    assertThat(results.images()).containsExactly("2", "9");
    assertThat(CocoFixture.read(results, "9"))
        .extracting(Instance::score)
        .containsExactly(0.12345678901234568, 1e-5);
    assertThat(CocoFixture.read(results, "2")).isEmpty();
    assertThat(results.read("1")).isEmpty();
    assertThat(results.size()).isEqualTo(2);
    assertThat(CocoFixture.results(folder, "").size()).isZero();
  }

  @Test
  void givesMasksTheirOwnAreaWhateverTheFileSays() {
    String rle = "'segmentation': {'size': [4, 5], 'counts': '488'}, 'area': 1, 'iscrowd': 1";
    Instance byMask = only(detection(rle));
    assertThat(byMask).isEqualTo(Instance.detection(90, 0.5, COLUMNS));
    Instance withBox = only(detection(rle + ", 'bbox': [1, 1, 1, 1]"));
    assertThat(withBox.area()).isEqualTo(8);
    assertThat(withBox.box()).isEqualTo(new BoundingBox(1, 1, 1, 1));
  }

  @Test
  void drawsTheBoxOfADetectionWithoutAMask() {
    // x 0.5 to 2.5, all four rows: 20 pixels of which columns 1 and 2 ... as maskApi fills it. On
    // the fine grid the sides are at 5 * 0.5 + 0.5 = 3 and 5 * 2.5 + 0.5 = 13; column c is crossed
    // between 5 c + 2 and 5 c + 3. 13 lies beyond 12|13 (column 2), 3 beyond 2|3 (column 0), so
    // columns 1 and 2 are inside.
    Instance found = only(detection("'bbox': [0.5, 0, 2, 4]"));
    assertThat(found.mask()).isEqualTo(COLUMNS);
    assertThat(found.box()).isEqualTo(new BoundingBox(0.5, 0, 2, 4));
    assertThat(found.area()).isEqualTo(8);
    // An area that no pixel has is the box's own: 0.25 x 0.5.
    assertThat(only(detection("'bbox': [0, 0, 0.25, 0.5]")).area()).isEqualTo(0.125);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'score': NaN | score is NaN, expected a finite number",
        "'score': Infinity | score is Infinity, expected a finite number",
        "'score': 1e400 | score is 1e400, expected a finite number",
        "'score': null | score is null, expected a finite number",
        "'score': '0.5' | score is \"0.5\", expected a finite number",
        "'score': true | score is true, expected a finite number",
        "'image_id': 8 | image_id is 8, expected an image of the ground truth",
        "'category_id': 2 | category_id of image 9 is 2, expected a category of the ground truth",
        "'bbox': [] | there is neither a segmentation nor a bbox, expected one of them",
      })
  void namesTheDetectionAndTheValueThatIsWrong(String last, String message) {
    String detections =
        detection("'bbox': [0, 0, 1, 1]") + "," + detection("'bbox': [0, 0, 1, 1], " + last);
    assertThatThrownBy(() -> CocoFixture.results(folder, detections))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(folder.resolve("dt.json") + ": results[1]: " + message);
  }

  @ParameterizedTest
  @CsvSource({"image_id", "category_id", "score"})
  void namesTheKeyThatIsMissing(String key) {
    String without = detection("'bbox': [0, 0, 1, 1]").replace(key, "other");
    assertThatThrownBy(() -> CocoFixture.results(folder, without))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(
            folder.resolve("dt.json") + ": results[0]: key '" + key + "' is missing");
  }

  @Test
  void refusesGroundTruthInPlaceOfResults() {
    CocoInstances truth = CocoFixture.instances(folder, "");
    assertThatThrownBy(() -> CocoResults.read(truth.file(), truth))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(
            truth.file() + ": the file is an object, expected results: an array of detections");
  }

  @Test
  void readsWhatItWrites() throws IOException {
    CocoInstances truth = CocoFixture.instances(folder, "");
    Mask corner = Mask.ofCounts(6, 3, new int[] {0, 1, 17});
    InstanceSegmentation nine =
        new InstanceSegmentation(
            5,
            4,
            List.of(
                Instance.detection(90, 1.0 / 3, COLUMNS, new BoundingBox(0.1, 0, 2.5, 4)),
                Instance.detection(1, 0, Mask.ofCounts(5, 4, new int[] {20}))));
    InstanceSegmentation two =
        new InstanceSegmentation(6, 3, List.of(Instance.detection(1, -3.5, corner)));
    Path file = folder.resolve("written.json");
    try (CocoResultsWriter writer = new CocoResultsWriter(file)) {
      writer.write("9", Segmentations.of(nine));
      writer.write("000000000002", Segmentations.of(two));
      assertThatThrownBy(() -> writer.write("9", Segmentations.of(nine)))
          .hasMessage(file + ": image 9 was written before");
      writer.finish();
    }
    CocoResults results = CocoResults.read(file, truth);
    assertThat(CocoFixture.read(results, "9")).isEqualTo(nine.instances());
    assertThat(CocoFixture.read(results, "2")).isEqualTo(two.instances());
    assertThat(Files.readString(file))
        .endsWith(
            "{\"image_id\":2,\"category_id\":1,\"bbox\":[0,0,1,1],\"score\":-3.5,"
                + "\"segmentation\":{\"size\":[3,6],\"counts\":\"01a0\"}}]\n");
  }

  @Test
  void leavesAFileThatWasNotFinishedVisiblyCutOff() {
    CocoInstances truth = CocoFixture.instances(folder, "");
    Path file = folder.resolve("unfinished.json");
    try (CocoResultsWriter writer = new CocoResultsWriter(file)) {
      writer.write("9", Segmentations.of(new InstanceSegmentation(5, 4, List.of())));
    }
    assertThatThrownBy(() -> CocoResults.read(file, truth))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": the JSON is cut off");
  }
}
