package io.github.segbench.datasets.ade20k;

import static io.github.segbench.datasets.ade20k.AdeFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of 2016. */
final class FullReaderTest extends DatasetReaderContract {
  /** Class 2978: 11 * 256 + 162. */
  static final int WALL = 110 << 16 | 162 << 8 | 1;

  /** Class 1831: 7 * 256 + 39; red need not be a multiple of ten. */
  static final int PERSON = 71 << 16 | 39 << 8;

  /** Class 783: 3 * 256 + 15; the challenge has it as door, 15. */
  static final int DOUBLE_DOOR = 30 << 16 | 15 << 8 | 9;

  /** Class 2901: 11 * 256 + 85; the challenge does not have it. */
  static final int UMBRELLA = 110 << 16 | 85 << 8 | 8;

  static final int[] SEGMENTS = {
    WALL,
    WALL,
    PERSON | 2,
    PERSON | 3,
    WALL + 1,
    0,
    PERSON | 2,
    UMBRELLA,
    DOUBLE_DOOR,
    DOUBLE_DOOR,
    PERSON,
    PERSON
  };

  @TempDir private Path root;
  private AdeFixture fixture;

  @BeforeEach
  void write() throws IOException {
    fixture =
        new AdeFixture(root, reader())
            .image("images/training/a/abbey/ADE_train_1.jpg")
            .colours("images/training/a/abbey/ADE_train_1_seg.png", SEGMENTS)
            .colours("images/training/a/abbey/ADE_train_1_parts_1.png", SEGMENTS)
            .image("images/validation/ADE_val_2.jpg")
            .colours("images/validation/ADE_val_2_seg.png", SEGMENTS)
            .image("images/validation/z/ADE_val_1.jpg")
            .colours("images/validation/z/ADE_val_1_seg.png", SEGMENTS);
  }

  @Override
  protected DatasetReader reader() {
    return new FullReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("validation");
  }

  private Segmentations truth() {
    return fixture.open("training").samples().get(0).groundTruth();
  }

  @Test
  void findsImagesInFoldersOfAnyDepth() {
    assertThat(ids(fixture.open("validation"))).containsExactly("ADE_val_1", "ADE_val_2");
    assertThat(ids(fixture.open("training"))).containsExactly("ADE_train_1");
  }

  @Test
  void turnsClassesIntoThoseOfTheChallengeAndOthersIntoVoid() {
    // Void: one unlabelled pixel and the umbrella.
    assertThat(AdeFixture.areas(truth().semantic().orElseThrow().labels()))
        .isEqualTo(Map.of(0, 2, 1, 3, 13, 5, 15, 2));
  }

  @Test
  void tellsObjectsApartByBlueAndTakesThingsWithoutItForACrowd() {
    assertThat(truth().instance().orElseThrow().instances())
        .extracting(Instance::category, i -> i.mask().area(), Instance::crowd)
        .containsExactly(
            tuple(13, 2L, true), tuple(13, 2L, false), tuple(13, 1L, false), tuple(15, 2L, false));
  }

  @Test
  void makesOneSegmentOfEachKindOfStuff() {
    assertThat(AdeFixture.described(truth().panoptic().orElseThrow()))
        .containsExactly("1=1", "3328=13*", "3330=13", "3331=13", "3849=15");
    assertThat(AdeFixture.areas(truth().panoptic().orElseThrow()))
        .isEqualTo(Map.of(0, 2, 1, 3, 3328, 2, 3330, 2, 3331, 1, 3849, 2));
  }

  @Test
  void findsSplitsWithoutTheFolderAroundThem(@TempDir Path bare) throws IOException {
    AdeFixture one =
        new AdeFixture(bare, reader())
            .image("mine/street/1.jpg")
            .colours("mine/street/1_seg.png", SEGMENTS);
    assertThat(reader().splits(one.spec("none"))).containsExactly("mine");
    assertThat(ids(one.open("mine"))).containsExactly("1");
  }

  @Test
  void failsOnAnImageWithoutLabels() throws IOException {
    fixture.image("images/training/b/ADE_train_2.jpg");
    assertThatThrownBy(() -> fixture.open("training"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("ADE_train_2.jpg has no labels")
        .hasMessageEndingWith(root.resolve("images/training/b/ADE_train_2_seg.png").toString());
  }

  @Test
  void failsOnTwoImagesOfOneName() throws IOException {
    fixture
        .image("images/training/b/ADE_train_1.jpg")
        .colours("images/training/b/ADE_train_1_seg.png", SEGMENTS);
    assertThatThrownBy(() -> fixture.open("training"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("two images of one name")
        .hasMessageContaining("a/abbey/ADE_train_1.jpg")
        .hasMessageContaining("b/ADE_train_1.jpg");
  }

  @Test
  void listsLabelsWithoutImage() throws IOException {
    fixture.colours("images/training/b/ADE_train_3_seg.png", SEGMENTS);
    assertThat(fixture.open("training").filesWithoutImage())
        .containsExactly(root.resolve("images/training/b/ADE_train_3_seg.png"));
  }

  @Test
  void failsOnGreyLabelsAndNamesTheFile() throws IOException {
    fixture.classes("images/training/a/abbey/ADE_train_1_seg.png", new int[12]);
    assertThatThrownBy(this::truth)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("ADE_train_1_seg.png");
  }

  @Test
  void refusesLabelsOfOtherIdsOrWithoutVoid() {
    DatasetSpec few = fixture.spec("training", AdeFixture.labels(149, 0));
    assertThatThrownBy(() -> reader().open(few))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("labels 'ade' have other ids than those of the challenge, 1 to 150");
    DatasetSpec noVoid = fixture.spec("training", AdeFixture.labels(150, LabelSet.NO_IGNORE));
    assertThatThrownBy(() -> reader().open(noVoid))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("labels 'ade' have no ignore id");
  }
}
