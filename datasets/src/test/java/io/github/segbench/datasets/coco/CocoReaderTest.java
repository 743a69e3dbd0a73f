package io.github.segbench.datasets.coco;

import static io.github.segbench.datasets.coco.CocoFixture.CATEGORIES;
import static io.github.segbench.datasets.coco.CocoFixture.INSTANCES_2017;
import static io.github.segbench.datasets.coco.CocoFixture.LABELS;
import static io.github.segbench.datasets.coco.CocoFixture.PANOPTIC_2017;
import static io.github.segbench.datasets.coco.CocoFixture.SEGMENTS;
import static io.github.segbench.datasets.coco.CocoFixture.SEGMENTS_INFO;
import static io.github.segbench.datasets.coco.CocoFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CocoReaderTest {
  private static final Map<String, String> STUFF =
      Map.of("images", "{split}2017", "stuff", "annotations/stuff_{split}2017.json");
  private static final Map<String, String> MAPS =
      Map.of("images", "{split}2017", "labels", "stuffthingmaps/{split}2017/{name}.png");
  private static final int[] LABEL_IDS = {1, 1, 3, 255, 1, 1, 3, 255, 187, 187, 3, 255};

  @TempDir private Path root;
  private CocoFixture fixture;

  @BeforeEach
  void start() {
    fixture = new CocoFixture(root);
  }

  private static List<String> ids(Dataset dataset) {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  private AbstractThrowableAssert<?, ?> failure(Map<String, ?> options) {
    return assertThatThrownBy(() -> fixture.open(options)).isInstanceOf(DatasetException.class);
  }

  private static int[] semantic(Sample sample) {
    short[] ids = sample.groundTruth().semantic().orElseThrow().labels().labels();
    int[] result = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      result[i] = ids[i];
    }
    return result;
  }

  @Test
  void numbersImagesAsTheFileDoesWhateverTheyAreCalled() throws IOException {
    fixture
        .image("images/street.png")
        .image("images/10.png")
        .image("images/COCO_val2014_000000000009.png")
        .text(
            "my.json",
            CocoFixture.json(
                """
                [{"id": 7, "file_name": "street.png", "width": 4, "height": 3},
                 {"id": 11, "file_name": "10.png", "width": 4, "height": 3},
                 {"id": 9, "file_name": "COCO_val2014_000000000009.png", "width": 4, "height": 3}]""",
                CATEGORIES + "]",
                "[]"));
    Map<String, Object> options =
        Map.of("images", "images", "instances", "my.json", "splits", List.of("val"));
    // By number: 7, 9, 11. The name of 9 ends in that number, which keeps its zeros; 10 is another.
    assertThat(ids(fixture.open(options))).containsExactly("7", "000000000009", "11");
  }

  @Test
  void findsImagesInFoldersBelowThatOfTheImages() throws IOException {
    fixture.image("images/day/a.png").image("images/night/a.png");
    String images =
        """
        [{"id": 1, "file_name": "day/a.png", "width": 4, "height": 3},
         {"id": 2, "file_name": "night/a.png", "width": 4, "height": 3}]""";
    fixture.text("my_val.json", CocoFixture.json(images, CATEGORIES + "]", "[]"));
    Map<String, String> options = Map.of("images", "images", "instances", "my_{split}.json");
    assertThat(ids(fixture.open(options))).containsExactly("1", "2");
    Files.delete(root.resolve("images/night/a.png"));
    failure(options).hasMessageContaining("no image " + root.resolve("images/night/a.png"));
  }

  @Test
  void keepsCrowdsAreasAndImagesWithoutObjects() throws IOException {
    fixture.instances();
    Dataset dataset = fixture.open(INSTANCES_2017);
    assertThat(dataset.tasks()).containsExactly(SegmentationTask.INSTANCE);
    assertThat(ids(dataset)).containsExactly("000000000139", "000000000285");
    List<Instance> objects =
        dataset.samples().get(0).groundTruth().instance().orElseThrow().instances();
    assertThat(objects).extracting(Instance::category).containsExactly(1, 3);
    assertThat(objects).extracting(Instance::crowd).containsExactly(false, true);
    // The file's own area, not the 4 pixels of the mask.
    assertThat(objects).extracting(Instance::area).containsExactly(4.5, 3.0);
    // Columns of 3: 6 pixels before the third column, 3 in it, 3 after it.
    assertThat(objects.get(1).mask()).isEqualTo(Mask.ofCounts(4, 3, new int[] {6, 3, 3}));
    assertThat(dataset.samples().get(1).groundTruth().instance().orElseThrow().instances())
        .isEmpty();
  }

  @Test
  void readsSegmentsAndTheirCategories() throws IOException {
    fixture.panoptic();
    Sample sample = fixture.first(with(PANOPTIC_2017, "semanticFromPanoptic", true));
    PanopticSegmentation map = sample.groundTruth().panoptic().orElseThrow();
    assertThat(map.segmentIds()).containsExactly(SEGMENTS);
    assertThat(map.segments())
        .containsExactly(
            new Segment(70, 1, false), new Segment(900, 3, true), new Segment(65537, 187, false));
    assertThat(semantic(sample)).containsExactly(LABEL_IDS);
    assertThat(fixture.open(PANOPTIC_2017).tasks()).containsExactly(SegmentationTask.PANOPTIC);
  }

  /** The same file is other ground truth then. */
  @Test
  void hasAnotherFingerprintWhereSegmentsAreSemanticToo() throws IOException {
    fixture.panoptic();
    assertThat(fixture.open(with(PANOPTIC_2017, "semanticFromPanoptic", true)).fingerprint())
        .isNotEqualTo(fixture.open(PANOPTIC_2017).fingerprint());
    assertThat(new CocoReader().opensQuickly()).isFalse();
  }

  @Test
  void joinsObjectsSegmentsAndLabelsOfOneImage() throws IOException {
    fixture.instances().panoptic().labels("maps/000000000139.png", LABEL_IDS);
    fixture.labels("maps/000000000285.png", LABEL_IDS);
    Map<String, Object> all =
        with(
            with(PANOPTIC_2017, "instances", INSTANCES_2017.get("instances")),
            "labels",
            "maps/{name}.png");
    Sample sample = fixture.first(all);
    assertThat(sample.groundTruth().tasks()).containsExactlyInAnyOrder(SegmentationTask.values());
    assertThat(semantic(sample)).containsExactly(LABEL_IDS);
    fixture.labels("maps/000000000139.png", 1, 1, 1, 1);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("maps/000000000139.png")
                + ": labels are 4x1, expected 4x3 as in "
                + root.resolve("annotations/instances_val2017.json"));
  }

  @Test
  void paintsRegionsAndLeavesTheRestVoid() throws IOException {
    stuff(
        """
        [{"id": 1, "image_id": 139, "category_id": 187, "iscrowd": 1,
          "segmentation": {"size": [3, 4], "counts": [0, 1, 11]}, "bbox": [0, 0, 1, 1]},
         {"id": 2, "image_id": 139, "category_id": 193, "iscrowd": 0,
          "segmentation": {"size": [3, 4], "counts": [3, 4, 5]}, "bbox": [1, 0, 2, 3]}]""");
    // Down the columns: sky at (0,0); grass in the second column and at (2,0).
    assertThat(semantic(fixture.first(STUFF)))
        .containsExactly(187, 193, 193, 255, 255, 193, 255, 255, 255, 193, 255, 255);
    assertThat(semantic(fixture.open(STUFF).samples().get(1))).containsOnly(255);
  }

  @Test
  void refusesAPixelOfTwoCategories() throws IOException {
    stuff(
        """
        [{"id": 1, "image_id": 139, "category_id": 187, "iscrowd": 0, "bbox": [0, 0, 2, 3],
          "segmentation": {"size": [3, 4], "counts": [0, 6, 6]}},
         {"id": 2, "image_id": 139, "category_id": 193, "iscrowd": 0, "bbox": [1, 0, 1, 3],
          "segmentation": {"size": [3, 4], "counts": [4, 2, 6]}}]""");
    Sample sample = fixture.first(STUFF);
    // Position 4 is the second pixel of the second column.
    assertThatThrownBy(sample::groundTruth)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("annotations/stuff_val2017.json")
                + ": image 139: pixel x=1 y=1 is in regions of category 187 and of category 193,"
                + " expected one");
  }

  private void stuff(String annotations) throws IOException {
    fixture
        .image("val2017/000000000139.png")
        .image("val2017/000000000285.png")
        .text(
            "annotations/stuff_val2017.json",
            CocoFixture.json(
                CocoFixture.images(""),
                "[{\"id\": 187, \"name\": \"sky\"}, {\"id\": 193, \"name\": \"grass\"}]",
                annotations));
  }

  @Test
  void readsPixelMapsOfAllImagesOfAFolder() throws IOException {
    fixture
        .image("val2017/000000000139.png")
        .text("val2017/notes.txt", "no image")
        .labels("stuffthingmaps/val2017/000000000139.png", LABEL_IDS)
        .labels("stuffthingmaps/val2017/000000000500.png", LABEL_IDS);
    Dataset dataset = fixture.open(MAPS);
    assertThat(ids(dataset)).containsExactly("000000000139");
    assertThat(semantic(dataset.samples().get(0))).containsExactly(LABEL_IDS);
    assertThat(dataset.filesWithoutImage())
        .containsExactly(root.resolve("stuffthingmaps/val2017/000000000500.png"));
    fixture.image("val2017/000000000600.png");
    failure(MAPS)
        .hasMessage(
            root.resolve("stuffthingmaps/val2017/000000000600.png")
                + ": no such file, expected the labels of image 000000000600");
  }

  @Test
  void refusesALabelSetThatMeansOtherThingsByTheIds() throws IOException {
    fixture.instances().panoptic();
    Path json = root.resolve("annotations/instances_val2017.json");
    refused(
        INSTANCES_2017,
        json + ": category 3 is 'car', which is not in labels 'wrong'",
        new Category(1, "person", true, 0));
    refused(
        INSTANCES_2017,
        json + ": category 3 is 'car', but 'bus' in labels 'wrong'",
        new Category(1, "person", true, 0),
        new Category(3, "bus", true, 0));
    refused(
        INSTANCES_2017,
        json + ": category 1 is 'person', whose objects are annotated, but stuff in labels 'wrong'",
        new Category(1, "person", false, 0),
        new Category(3, "car", true, 0));
    refused(
        PANOPTIC_2017,
        root.resolve("annotations/panoptic_val2017.json")
            + ": category 187 is 'sky', stuff, but a thing in labels 'wrong'",
        new Category(1, "person", true, 0),
        new Category(3, "car", true, 0),
        new Category(187, "sky", true, 0),
        new Category(193, "grass", false, 0));
  }

  private void refused(Map<String, ?> options, String message, Category... categories) {
    DatasetSpec spec = fixture.spec(new LabelSet("wrong", List.of(categories), 0), options);
    assertThatThrownBy(() -> new CocoReader().open(spec))
        .isInstanceOf(DatasetException.class)
        .hasMessage(message);
  }

  @Test
  void paintsNothingWithoutAnIdForVoid() throws IOException {
    fixture.panoptic();
    LabelSet none = new LabelSet("none", LABELS.categories(), LabelSet.NO_IGNORE);
    DatasetSpec spec = fixture.spec(none, with(PANOPTIC_2017, "semanticFromPanoptic", true));
    assertThatThrownBy(() -> new CocoReader().open(spec))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith(
            "labels 'none' have no ignore id, expected one for pixels that are not annotated");
  }

  @Test
  void refusesMapsThatTellOfOtherSegmentsThanTheList() throws IOException {
    Path map = root.resolve("annotations/panoptic_val2017/000000000139.png");
    int[] foreign = SEGMENTS.clone();
    foreign[9] = 71;
    fixture.panoptic(SEGMENTS_INFO, foreign);
    Sample sample = fixture.first(PANOPTIC_2017);
    // Pixel 9 of rows of 4 is x=1 y=2.
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(map + ": segment 71 at x=1 y=2 is not in segments_info");
    fixture.panoptic(SEGMENTS_INFO, 70, 70, 900, 0, 70, 70, 900, 0, 0, 0, 900, 0);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(map + ": no pixel has segment 65537, which segments_info lists");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    fixture.instances().panoptic();
    Files.delete(root.resolve("annotations/panoptic_val2017/000000000285.png"));
    failure(PANOPTIC_2017)
        .hasMessage(
            root.resolve("annotations/panoptic_val2017/000000000285.png")
                + ": no such file, which "
                + root.resolve("annotations/panoptic_val2017.json")
                + " names");
    Files.delete(root.resolve("val2017/000000000285.png"));
    failure(INSTANCES_2017)
        .hasMessage(
            "data set tiny: no image "
                + root.resolve("val2017/000000000285.png")
                + ", which is listed in "
                + root.resolve("annotations/instances_val2017.json"));
    failure(with(INSTANCES_2017, "images", "{split}2014"))
        .hasMessage(
            "data set tiny: split 'val' has "
                + root.resolve("annotations/instances_val2017.json")
                + ", but no "
                + root.resolve("val2014"));
  }

  @Test
  void saysWhereThingsShouldBeWhereThereIsNothing() {
    failure(INSTANCES_2017)
        .hasMessage(
            "data set tiny: there is no split, expected for 'val' "
                + root.resolve("annotations/instances_val2017.json")
                + " and "
                + root.resolve("val2017"));
  }

  @Test
  void refusesFilesThatListDifferentImages() throws IOException {
    fixture.instances().panoptic();
    fixture.text(
        "annotations/instances_val2017.json",
        CocoFixture.json(
            "[{\"id\": 139, \"file_name\": \"000000000139.png\", \"width\": 4, \"height\": 3}]",
            CATEGORIES + "]",
            "[]"));
    failure(with(PANOPTIC_2017, "instances", INSTANCES_2017.get("instances")))
        .hasMessage(
            root.resolve("annotations/panoptic_val2017.json")
                + ": its images are not those of "
                + root.resolve("annotations/instances_val2017.json")
                + ": one of them lacks image 285");
  }

  @Test
  void refusesSettingsThatContradictOneAnother() {
    Map<String, String> images = Map.of("images", "{split}2017");
    failure(images)
        .hasMessage(
            "data set tiny: no ground truth, expected at least one of the options [instances,"
                + " panoptic, stuff, labels]");
    failure(with(with(PANOPTIC_2017, "semanticFromPanoptic", true), "stuff", "s_{split}.json"))
        .hasMessage(
            "data set tiny: options stuff and semanticFromPanoptic are all ground truth for"
                + " semantic, expected one of them");
    failure(with(INSTANCES_2017, "panopticMaps", "{split}"))
        .hasMessageContaining("option 'panoptic' is missing");
    failure(Map.of("images", "images", "instances", "a.json"))
        .hasMessage(
            "data set tiny: no pattern has {split}, so option splits must name exactly one split");
    failure(with(images, "labels", "maps/{split}.png"))
        .hasMessage(
            "pattern 'maps/{split}.png' of labels, expected one such as"
                + " FOLDER/{split}/{name}.png");
    failure(with(images, "instances", "/a_{split}.json"))
        .hasMessage("pattern '/a_{split}.json' is not a path below the root");
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    fixture.instances().panoptic();
    fixture.file(
        "annotations/panoptic_val2017/000000000139.png",
        "no image".getBytes(StandardCharsets.UTF_8));
    Sample sample = fixture.first(PANOPTIC_2017);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("panoptic_val2017/000000000139.png: not a PNG file");
    fixture.text("annotations/instances_val2017.json", "{\"images\": [");
    failure(INSTANCES_2017).hasMessageContaining("annotations/instances_val2017.json");
  }

  @Test
  void opensAnnotationsOfOtherSizesThanTheirImagesInNoCase() throws IOException {
    fixture.instances();
    fixture.text(
        "annotations/instances_val2017.json",
        CocoFixture.json(
            CocoFixture.images("").replace("\"height\": 3", "\"height\": 5"),
            CATEGORIES + "]",
            "[]"));
    Sample sample = fixture.first(INSTANCES_2017);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("labels of image '000000000139' are 4x5, expected 4x3 as in");
  }
}
