package io.github.segbench.datasets.ade20k;

import static io.github.segbench.datasets.ade20k.AdeFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.testkit.DatasetReaderContract;
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

final class ChallengeReaderTest extends DatasetReaderContract {
  /** Walls (1), persons (13), floor (4), and void. */
  private static final int[] CLASSES = {1, 1, 13, 13, 1, 1, 13, 0, 4, 4, 4, 13};

  private static final int FIRST = 0x040100;
  private static final int SECOND = 0x040200;

  /** Two persons (class 4 of the instance challenge), the second of which covers some wall. */
  private static final int[] OBJECTS = {0, 0, FIRST, FIRST, 0, SECOND, FIRST, 0, 0, 0, 0, 0};

  @TempDir private Path root;
  private AdeFixture fixture;

  @BeforeEach
  void write() throws IOException {
    fixture = new AdeFixture(root, new ChallengeReader());
    for (String name :
        List.of("training/ADE_train_1", "validation/ADE_val_2", "validation/ADE_val_1")) {
      fixture
          .image("images/" + name + ".jpg")
          .classes("annotations/" + name + ".png", CLASSES)
          .colours("annotations_instance/" + name + ".png", OBJECTS);
    }
    fixture.image("images/testing/ADE_test_1.jpg");
  }

  @Override
  protected DatasetReader reader() {
    return new ChallengeReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("validation");
  }

  private Segmentations truth() {
    return fixture.open("training").samples().get(0).groundTruth();
  }

  private AbstractThrowableAssert<?, ?> failure(String split) {
    return assertThatThrownBy(() -> fixture.open(split)).isInstanceOf(DatasetException.class);
  }

  private AbstractThrowableAssert<?, ?> truthFailure() {
    return assertThatThrownBy(this::truth).isInstanceOf(DatasetException.class);
  }

  @Test
  void sortsByIdAndLeavesOutImagesOfTheTestSet() {
    assertThat(ids(fixture.open("validation"))).containsExactly("ADE_val_1", "ADE_val_2");
    assertThat(reader().splits(spec())).containsExactly("training", "validation");
    failure("testing").hasMessageContaining("expected one of [training, validation]");
  }

  @Test
  void readsClassesAsTheyAre() {
    assertThat(AdeFixture.areas(truth().semantic().orElseThrow().labels()))
        .isEqualTo(Map.of(0, 1, 1, 4, 4, 3, 13, 4));
  }

  @Test
  void readsObjectsUnderTheClassesOfTheChallenge() {
    assertThat(truth().instance().orElseThrow().instances())
        .extracting(Instance::category, i -> i.mask().area(), Instance::crowd)
        .containsExactly(tuple(13, 3L, false), tuple(13, 1L, false));
  }

  @Test
  void letsObjectsCoverStuffAndLeavesThingsWithoutObjectVoid() {
    // Void: the pixel of class 0 and the person in the lower right, which is no object. Wall: four
    // pixels less the one that the second person covers.
    assertThat(AdeFixture.areas(truth().panoptic().orElseThrow()))
        .isEqualTo(Map.of(0, 2, 1, 3, 4, 3, 13 * 256 + 1, 3, 13 * 256 + 2, 1));
    assertThat(AdeFixture.described(truth().panoptic().orElseThrow()))
        .containsExactly("1=1", "4=4", "3329=13", "3330=13");
  }

  @Test
  void isSemanticAloneWithoutObjects() throws IOException {
    fixture
        .image("images/mine/a.jpg")
        .classes("annotations/mine/a.png", CLASSES)
        .classes("annotations/mine/b.png", CLASSES);
    Dataset dataset = fixture.open("mine");
    assertThat(dataset.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(dataset.filesWithoutImage()).containsExactly(root.resolve("annotations/mine/b.png"));
    assertThat(ids(dataset)).containsExactly("a");
  }

  @Test
  void takesTheFolderNamesOf2017() throws IOException {
    Files.move(root.resolve("annotations"), root.resolve("annotations_sceneparsing"));
    assertThat(ids(fixture.open("validation"))).hasSize(2);
  }

  @Test
  void tellsSplitsInOneFolderApartByName(@TempDir Path flat) throws IOException {
    AdeFixture one =
        new AdeFixture(flat, reader())
            .image("images/ADE_val_1.jpg")
            .classes("annotations/ADE_val_1.png", CLASSES)
            .image("images/ADE_train_7.jpg")
            .classes("annotations/ADE_train_7.png", CLASSES);
    assertThat(ids(one.open("validation"))).containsExactly("ADE_val_1");
    assertThat(ids(one.open("training"))).containsExactly("ADE_train_7");
    assertThat(one.open("training").filesWithoutImage()).isEmpty();
  }

  @Test
  void failsOnAnImageWithoutLabels() throws IOException {
    fixture.image("images/training/ADE_train_2.jpg");
    failure("training")
        .hasMessageContaining("ADE_train_2.jpg has no labels")
        .hasMessageContaining(root.resolve("annotations/training/ADE_train_2.png").toString());
    fixture.classes("annotations/training/ADE_train_2.png", CLASSES);
    failure("training")
        .hasMessageContaining(
            root.resolve("annotations_instance/training/ADE_train_2.png").toString());
  }

  @Test
  void failsOnAnObjectOfTwoClasses() throws IOException {
    fixture.colours(
        "annotations_instance/training/ADE_train_1.png",
        0,
        0,
        FIRST,
        FIRST,
        0,
        0x050100,
        FIRST,
        0,
        0,
        0,
        0,
        0);
    truthFailure().hasMessageEndingWith("object 1 (green) has two classes, 4 and 5");
  }

  @Test
  void failsOnAnObjectOfNoClass() throws IOException {
    fixture.colours(
        "annotations_instance/training/ADE_train_1.png", 0, 0, 0, 0x000700, 0, 0, 0, 0, 0, 0, 0, 0);
    truthFailure()
        .hasMessageContaining("ADE_train_1.png")
        .hasMessageEndingWith("object 7 has class 0 (red), expected 1 to 100");
    fixture.colours(
        "annotations_instance/training/ADE_train_1.png", 0, 0, 0, 0x650700, 0, 0, 0, 0, 0, 0, 0, 0);
    truthFailure().hasMessageEndingWith("object 7 has class 101 (red), expected 1 to 100");
  }

  @Test
  void failsOnObjectsOfAnotherSize() throws IOException {
    fixture.colours("annotations_instance/training/ADE_train_1.png", 0, 0, 0, 0);
    truthFailure().hasMessageContaining("objects are 4x1, expected 4x3");
  }

  @Test
  void failsOnAnUnknownClassAndNamesTheFile() throws IOException {
    fixture.classes("annotations/training/ADE_train_1.png", 1, 151, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    truthFailure().hasMessageContaining("ADE_train_1.png: label 151 at x=1 y=0");
  }

  @Test
  void failsOnACorruptFileAndNamesIt() throws IOException {
    byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
    fixture.file("annotations_instance/training/ADE_train_1.png", text);
    truthFailure().hasMessageContaining("annotations_instance/training/ADE_train_1.png");
  }

  @Test
  void refusesLabelsWithOtherThings() {
    LabelSet labels = AdeFixture.labels();
    List<Category> stuff =
        labels.categories().stream()
            .map(c -> new Category(c.id(), c.name(), c.isThing() && c.id() != 13, c.colour()))
            .toList();
    DatasetSpec spec = fixture.spec("training", new LabelSet("stuff", stuff, 0));
    assertThatThrownBy(() -> reader().open(spec))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("labels 'stuff' call c13 stuff, which is a thing");
  }

  @Test
  void failsWithoutTheFolders(@TempDir Path empty) throws IOException {
    AdeFixture none = new AdeFixture(empty, reader());
    assertThatThrownBy(() -> none.open("training"))
        .hasMessageEndingWith("no folder " + empty.resolve("images"));
    none.image("images/training/a.jpg");
    assertThatThrownBy(() -> none.open("training"))
        .hasMessageEndingWith("no folder " + empty.resolve("annotations"));
  }
}
