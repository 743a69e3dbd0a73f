package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.pixels.DrawnImages;
import io.github.segbench.testkit.DatasetReaderContract;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instance and panoptic ground truth of any folder. */
final class ObjectsAndSegmentsTest extends DatasetReaderContract {
  private static final Map<String, Object> DERIVED =
      Map.of(
          "labels", "labels/{id}.png",
          "instances", "objects/{id}.png",
          "derivePanoptic", true);

  @TempDir private Path root;
  private TaskFixture fixture;

  /** Pixels: ground, car, car / void, cat, car; objects 5 and 2 are cars, 7 is the cat. */
  @BeforeEach
  void write() throws IOException {
    fixture =
        new TaskFixture(root)
            .photo("a")
            .write("labels/a.png", DrawnImages.grey(3, 0, 2, 2, 9, 3, 2))
            .write("objects/a.png", DrawnImages.grey(3, 0, 5, 5, 0, 7, 2));
  }

  @Override
  protected DatasetReader reader() {
    return new FolderReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("all", DERIVED);
  }

  private AbstractThrowableAssert<?, ?> failure(Map<String, ?> options) {
    return assertThatThrownBy(() -> fixture.first(options)).isInstanceOf(DatasetException.class);
  }

  private static BufferedImage mask(int... pixels) {
    int[] values = new int[6];
    for (int pixel : pixels) {
      values[pixel] = 255;
    }
    return DrawnImages.grey(3, values);
  }

  @Test
  void takesEachValueForAnObjectAndItsCategoryFromTheLabelsBelow() {
    assertThat(TaskFixture.objects(fixture.first(DERIVED)))
        .containsExactly("2: 5", "2: 1 2", "3: 4");
  }

  @Test
  void takesTheThingOfMostPixelsOnly() throws IOException {
    // Of its four pixels two are ground, one is sky and one is a car: the car is the only thing.
    fixture
        .write("labels/a.png", DrawnImages.grey(3, 0, 0, 1, 2, 9, 9))
        .write("objects/a.png", DrawnImages.grey(3, 1, 1, 1, 1, 0, 0));
    assertThat(TaskFixture.objects(fixture.first(DERIVED))).containsExactly("2: 0 1 2 3");
    fixture.write("labels/a.png", DrawnImages.grey(3, 0, 0, 1, 1, 9, 2));
    failure(DERIVED)
        .hasMessage(
            fixture.path("objects/a.png")
                + ": object 1 lies where the labels have no thing, expected one of [car, cat]");
  }

  @Test
  void takesOneCategoryForAllObjectsWithoutLabels() {
    Map<String, Object> options = Map.of("instances", "objects/{id}.png", "category", "cat");
    assertThat(fixture.open(options).tasks()).containsExactly(SegmentationTask.INSTANCE);
    assertThat(TaskFixture.objects(fixture.first(options)))
        .containsExactly("3: 5", "3: 1 2", "3: 4");
    failure(Map.of("instances", "objects/{id}.png", "category", "sky"))
        .hasMessageContaining("is of category 'sky', expected one of [car, cat]");
    failure(Map.of("instances", "objects/{id}.png"))
        .hasMessageContaining("the category of instances is not known");
  }

  @Test
  void takesEachColourButBlackForAnObject() throws IOException {
    fixture.write("objects/a.png", DrawnImages.rgb(3, 0, 0x10000, 0x10000, 0, 1, 0x10000));
    Map<String, Object> options =
        Map.of("instances", "objects/{id}.png", "instanceCoding", "colours", "category", "car");
    assertThat(TaskFixture.objects(fixture.first(options))).containsExactly("2: 4", "2: 1 2 5");
  }

  @Test
  void takesEachFileForAnObjectWhateverItsValue() throws IOException {
    fixture.write("m/a/car_1.png", mask(1, 2)).write("m/a/cat_x.png", mask(2, 4));
    Map<String, Object> named =
        Map.of("instances", "m/{id}/{category}_*.png", "instanceCoding", "masks");
    assertThat(TaskFixture.objects(fixture.first(named))).containsExactly("2: 1 2", "3: 2 4");
    Map<String, Object> one =
        Map.of("instances", "m/{id}/*.png", "instanceCoding", "masks", "category", "car");
    Dataset dataset = fixture.open(one);
    assertThat(TaskFixture.objects(dataset.samples().get(0).groundTruth()))
        .containsExactly("2: 1 2", "2: 2 4");
    assertThat(dataset.fingerprint()).isNotEqualTo(fixture.open(named).fingerprint());

    fixture.write("m/a/car_2.png", mask());
    failure(one)
        .hasMessage(
            fixture.path("m/a/car_2.png") + ": holds no object, expected pixels that are not 0");
    fixture.write("m/a/dog_2.png", mask(1));
    failure(named)
        .hasMessageContaining("dog_2.png is of category 'dog', expected one of [car, cat]");
  }

  @Test
  void namesMasksOfAnotherSizeAndImagesWithoutMasks() throws IOException {
    fixture.write("m/a/1.png", mask(1)).write("m/a/2.png", DrawnImages.grey(2, 1, 1));
    Map<String, Object> one =
        Map.of("instances", "m/{id}/*.png", "instanceCoding", "masks", "category", "car");
    failure(one)
        .hasMessage(
            fixture.path("m/a/2.png")
                + ": objects are 2x1, expected 3x2 as in the image's other annotations");
    fixture.photo("b");
    failure(one)
        .hasMessage(
            "data set tiny: image "
                + fixture.path("images/b.png")
                + " has no instances "
                + fixture.path("m/b/*.png"));
  }

  @Test
  void givesImagesWithoutMasksNoObjectsWhereLabelsSayTheirSize() {
    Map<String, Object> options =
        Map.of("labels", "labels/{id}.png", "instances", "m/{id}/*.png", "instanceCoding", "masks");
    File folder = fixture.path("m").toFile();
    assertThat(folder.mkdir()).isTrue();
    assertThat(TaskFixture.objects(fixture.first(options))).isEmpty();
  }

  @Test
  void derivesSegmentsOfStuffAndOfThings() throws IOException {
    PanopticSegmentation map = fixture.first(DERIVED).panoptic().orElseThrow();
    // Objects by value: 2 is segment 1, 5 is 2, 7 is 3; then the ground; void stays 0.
    assertThat(map.segmentIds()).containsExactly(4, 2, 2, 0, 3, 1);
    assertThat(map.segments())
        .containsExactly(
            new Segment(1, 2, false),
            new Segment(2, 2, false),
            new Segment(3, 3, false),
            new Segment(4, 0, false));
    // A car that is no object is void.
    fixture.write("objects/a.png", DrawnImages.grey(3, 0, 5, 5, 0, 7, 0));
    assertThat(fixture.first(DERIVED).panoptic().orElseThrow().segmentIds())
        .containsExactly(3, 1, 1, 0, 2, 0);
  }

  @Test
  void refusesOverlapsInADerivedMap() throws IOException {
    fixture.write("m/a/1.png", mask(1, 2)).write("m/a/2.png", mask(2, 5));
    failure(
            Map.of(
                "labels", "labels/{id}.png",
                "instances", "m/{id}/*.png",
                "instanceCoding", "masks",
                "derivePanoptic", true))
        .hasMessageContaining("objects 1 and 2 both hold pixel x=2 y=0")
        .hasMessageContaining(fixture.path("m/a/2.png").toString());
  }

  /** R + 256 G + 65536 B as a colour 0xRRGGBB. */
  private static int segment(int id) {
    return (id & 0xFF) << 16 | (id & 0xFF00) | id >> 16;
  }

  private static BufferedImage segments(int... ids) {
    int[] colours = new int[ids.length];
    Arrays.setAll(colours, i -> segment(ids[i]));
    return DrawnImages.rgb(3, colours);
  }

  @Test
  void dividesPanopticIdsIntoCategoryAndNumber() throws IOException {
    fixture.write("panoptic/a.png", segments(0, 2001, 2002, 9000, 2000, 1000));
    Map<String, Object> options = Map.of("panoptic", "panoptic/{id}.png", "divisor", 1000L);
    PanopticSegmentation map = fixture.first(options).panoptic().orElseThrow();
    // 0 is category 0, the ground; 9 is void; number 0 of a car is a crowd.
    assertThat(map.segmentIds()).containsExactly(1, 2, 3, 0, 4, 5);
    assertThat(map.segments())
        .containsExactly(
            new Segment(1, 0, false),
            new Segment(2, 2, false),
            new Segment(3, 2, false),
            new Segment(4, 2, true),
            new Segment(5, 1, false));
    fixture.write("panoptic/a.png", segments(0, 2001, 5001, 9000, 2000, 1000));
    failure(options)
        .hasMessage(
            fixture.path("panoptic/a.png")
                + ": segment 5001 at x=2 y=0 is of category 5, which is not in labels 'four'");
    failure(Map.of("panoptic", "panoptic/{id}.png"))
        .hasMessage("data set tiny: panoptic files need a divisor");
  }

  @Test
  void listsAnnotationsWithoutImage() throws IOException {
    fixture
        .write("labels/b.png", DrawnImages.grey(3, 0, 0, 0, 0, 0, 0))
        .write("objects/b.png", DrawnImages.grey(3, 0, 0, 0, 0, 0, 0));
    assertThat(fixture.open(DERIVED).filesWithoutImage())
        .containsExactly(fixture.path("labels/b.png"), fixture.path("objects/b.png"));
  }

  @Test
  void needsSomethingToRead() {
    failure(Map.of()).hasMessageContaining("expected option labels, instances or panoptic");
    failure(Map.of("labels", "labels/{id}.png", "derivePanoptic", true))
        .hasMessageContaining("derivePanoptic needs labels and instances");
    failure(Map.of("labels", "labels/{category}/{id}.png"))
        .hasMessageContaining("has {category}, expected it in that of instances");
  }
}
