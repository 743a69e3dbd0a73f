package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CocoPanopticTest {
  private static final List<Category> CATEGORIES =
      List.of(new Category(7, "road", false, 1), new Category(24, "person", true, 2));
  private static final PanopticSegmentation MAP =
      new PanopticSegmentation(
          3,
          2,
          new int[] {7, 7, 70000, 7, 0, 70000},
          List.of(
              new Segment(7, 7, false), new Segment(9, 7, false), new Segment(70000, 24, true)));

  @TempDir private Path folder;

  private PanopticFiles files() {
    return PanopticFiles.beside(folder.resolve("maps.json"));
  }

  private CocoPanoptic written(String image) {
    try (CocoPanopticWriter writer = new CocoPanopticWriter(files(), CATEGORIES)) {
      writer.write(image, Segmentations.of(MAP));
      writer.finish();
    }
    return CocoPanoptic.read(files());
  }

  /** Ground truth with the map of image 1 in place, and other JSON. */
  private PanopticFiles json(String json) {
    written("1");
    CocoFixture.write(folder, "maps.json", json);
    return files();
  }

  private PanopticFiles annotations(String annotations) {
    return json(
        "{'annotations': ["
            + annotations
            + "], 'categories': [{'id': 7, 'name': 'road', 'isthing': 0}]}");
  }

  private static PanopticSegmentation read(CocoPanoptic stored, String image) {
    return stored.read(image).orElseThrow().panoptic().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1", "frankfurt_000000_000294", "9223372036854775807"})
  void readsWhatItWritesUnderNumbersAndNames(String image) {
    CocoPanoptic truth = written(image);
    assertThat(truth.images()).containsExactly(image);
    assertThat(truth.tasks()).containsExactly(SegmentationTask.PANOPTIC);
    assertThat(truth.labels().categories()).isEqualTo(CATEGORIES);
    PanopticSegmentation map = read(truth, image);
    assertThat(map.segmentIds()).containsExactly(MAP.segmentIds());
    // Segment 9 has no pixel and was left out.
    assertThat(map.segments())
        .containsExactly(new Segment(7, 7, false), new Segment(70000, 24, true));
    assertThat(truth.read("2")).isEmpty();
  }

  @Test
  void takesTheCategoriesOfPredictionsFromTheTruth() {
    CocoPanoptic truth = written("1");
    CocoFixture.write(
        folder,
        "found.json",
        "{'annotations': [{'segments_info': [{'category_id': 24, 'id': 70000}], 'image_id': 1,"
            + " 'file_name': '1.png'}]}");
    PanopticFiles files = PanopticFiles.parse(folder + "/found.json:" + folder + "/maps");
    CocoPanoptic found = CocoPanoptic.readPredictions(files, truth);
    assertThat(found.labels()).isSameAs(truth.labels());
    assertThat(read(found, "1").segments()).containsExactly(new Segment(70000, 24, false));
    assertThatThrownBy(() -> CocoPanoptic.read(files))
        .hasMessage(files.json() + ": key 'categories' is missing");
  }

  @Test
  void refusesPredictionsOfImagesThatTheTruthLacks() {
    CocoPanoptic truth = written("1");
    CocoFixture.write(
        folder,
        "found.json",
        "{'annotations': [{'segments_info': [], 'image_id': 2, 'file_name': '1.png'}]}");
    PanopticFiles files = new PanopticFiles(folder.resolve("found.json"), folder.resolve("maps"));
    assertThatThrownBy(() -> CocoPanoptic.readPredictions(files, truth))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            files.json()
                + ": annotations: image_id is 2, expected an image of "
                + folder.resolve("maps.json"));
  }

  @Test
  void refusesMapsOfAnotherSizeThanTheirImage() {
    PanopticFiles files =
        json(
            "{'images': [{'id': 1, 'width': 2, 'height': 3}], 'annotations': [{'image_id': 1,"
                + " 'file_name': '1.png', 'segments_info': []}],"
                + " 'categories': [{'id': 7, 'name': 'road', 'isthing': 0}]}");
    CocoPanoptic truth = CocoPanoptic.read(files);
    assertThatThrownBy(() -> truth.read("1"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            files.folder().resolve("1.png")
                + ": map of image 1 is 3x2, expected 2x3 as "
                + files.json()
                + " says");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'file_name': 'a', 'segments_info': []} | annotations[0]: key 'image_id' is missing",
        "{'image_id': 1, 'segments_info': []} | annotations[0]: key 'file_name' is missing",
        "{'image_id': 1, 'file_name': 'a'} | annotations[0]: key 'segments_info' is missing",
        "{'image_id': true} | annotations[0]: image_id is true, expected a whole number",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': [{'id': 0}]}"
            + " | annotations[0]: the id of a segment is 0, expected 1..16777215",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': [{'id': 1}]}"
            + " | annotations[0]: key 'segments_info.category_id' is missing",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': [{'category_id': 7}]}"
            + " | annotations[0]: key 'segments_info.id' is missing",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': [{'id': 1, 'category_id': 7},"
            + " {'id': 1, 'category_id': 7}]} | annotations[0]: segment id 1 stands twice",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': [{'id': 5, 'category_id': 8}]}"
            + " | image 1: category_id of segment 5 is 8, expected a category of 'maps'",
        "{'image_id': 1, 'file_name': 'a', 'segments_info': []}, {'image_id': '1', 'file_name': 'b',"
            + " 'segments_info': []} | annotations[1]: image_id 1 stands twice, expected each once",
      })
  void namesTheEntryAndTheValueThatIsWrong(String annotations, String message) {
    PanopticFiles files = annotations(annotations);
    assertThatThrownBy(() -> CocoPanoptic.read(files))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(files.json() + ": " + message);
  }

  @Test
  void asksWhetherACategoryIsAThing() {
    PanopticFiles files = json("{'annotations': [], 'categories': [{'id': 7, 'name': 'road'}]}");
    assertThatThrownBy(() -> CocoPanoptic.read(files))
        .hasMessageStartingWith(files.json() + ": categories[0]: key 'isthing' is missing");
  }

  @Test
  void namesTheMapOrFolderThatIsNotThere() {
    PanopticFiles files =
        annotations("{'image_id': 1, 'file_name': 'gone.png', 'segments_info': []}");
    CocoPanoptic truth = CocoPanoptic.read(files);
    assertThatThrownBy(() -> truth.read("1"))
        .isInstanceOf(FormatException.class)
        .hasMessage(files.folder().resolve("gone.png") + ": no such file");
    PanopticFiles elsewhere = new PanopticFiles(files.json(), folder.resolve("gone"));
    assertThatThrownBy(() -> CocoPanoptic.read(elsewhere))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            folder.resolve("gone") + ": no such folder, expected the PNG maps of " + files.json());
  }

  @Test
  void findsTheFolderInThePathOrBesideTheFile() {
    assertThat(PanopticFiles.parse("a/val.json"))
        .isEqualTo(new PanopticFiles(Path.of("a/val.json"), Path.of("a/val")));
    assertThat(PanopticFiles.parse("a/val.json:b/c"))
        .isEqualTo(new PanopticFiles(Path.of("a/val.json"), Path.of("b/c")));
    assertThat(PanopticFiles.parse("x.json:y.json:z"))
        .isEqualTo(new PanopticFiles(Path.of("x.json:y.json"), Path.of("z")));
    assertThatThrownBy(() -> PanopticFiles.parse("a\0.json"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("expected FILE.json:FOLDER");
  }

  @Test
  void writesNoMapThatOfficialToolsRefuse() {
    PanopticSegmentation unlisted =
        new PanopticSegmentation(1, 1, new int[] {5}, List.of(new Segment(4, 7, false)));
    try (CocoPanopticWriter writer = new CocoPanopticWriter(files(), CATEGORIES)) {
      assertThatThrownBy(() -> writer.write("1", Segmentations.of(unlisted)))
          .isInstanceOf(FormatException.class)
          .hasMessage(files().json() + ": image 1 has pixels of segment 5, which it does not list");
      writer.write("2", Segmentations.of(MAP));
      assertThatThrownBy(() -> writer.write("2", Segmentations.of(MAP)))
          .hasMessage(files().json() + ": image 2 was written before");
    }
    assertThat(Files.exists(folder.resolve("maps/1.png"))).isFalse();
  }

  @Test
  void writesNoMapOutsideOfItsFolder() {
    try (CocoPanopticWriter writer = new CocoPanopticWriter(files(), CATEGORIES)) {
      assertThatThrownBy(() -> writer.write("../1", Segmentations.of(MAP)))
          .isInstanceOf(FormatException.class)
          .hasMessage(
              "%s: image ../1 would be written to '../1.png', outside of %s",
              files().json(), files().folder());
      assertThatThrownBy(() -> writer.write("\0", Segmentations.of(MAP)))
          .isInstanceOf(FormatException.class)
          .hasMessageEndingWith("is no name of a file");
      writer.write("city/1", Segmentations.of(MAP));
    }
    assertThat(folder.resolve("1.png")).doesNotExist();
    assertThat(folder.resolve("maps/city/1.png")).exists();
  }
}
