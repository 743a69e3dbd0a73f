package io.github.segbench.datasets.cityscapes;

import static io.github.segbench.datasets.cityscapes.CityscapesFixture.INSTANCE_IDS;
import static io.github.segbench.datasets.cityscapes.CityscapesFixture.LABEL_IDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.cityscapes.CityscapesLabel;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CityscapesReaderTest extends DatasetReaderContract {
  private static final LabelSet EVALUATED = CityscapesLabels.evaluated();
  private static final Map<String, String> COARSE = Map.of("annotations", "gtCoarse");

  @TempDir private Path root;
  private CityscapesFixture fixture;

  @BeforeEach
  void write() throws IOException {
    fixture =
        new CityscapesFixture(root)
            .frame("gtFine", "val", "ulm_000001_000019")
            .frame("gtFine", "val", "bonn_000000_000019")
            .frame("gtFine", "train", "aachen_000000_000019");
  }

  @Override
  protected DatasetReader reader() {
    return new CityscapesReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("val", EVALUATED, Map.of());
  }

  private static List<String> ids(Dataset dataset) {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  private static short[] semantic(Dataset dataset) {
    return dataset.samples().get(0).groundTruth().semantic().orElseThrow().labels().labels();
  }

  private AbstractThrowableAssert<?, ?> failure(String split, Map<String, ?> options) {
    return assertThatThrownBy(() -> fixture.open(split, EVALUATED, options))
        .isInstanceOf(DatasetException.class);
  }

  @Test
  void findsFramesOfAllCities() {
    Dataset dataset = fixture.open("val", EVALUATED, Map.of());
    assertThat(ids(dataset)).containsExactly("bonn_000000_000019", "ulm_000001_000019");
    assertThat(dataset.tasks()).containsExactlyInAnyOrder(SegmentationTask.values());
    // The caravan (29), out of roi (3) and unlabeled are void, which is id 0.
    assertThat(semantic(dataset)).containsExactly(26, 26, 26, 7, 0, 0, 0, 26);
    assertThat(dataset.samples().get(0).groundTruth().instance().orElseThrow().instances())
        .hasSize(3);
  }

  @Test
  void givesRawIdsUnderALabelSetOfAllLabels() {
    List<Category> all =
        Arrays.stream(CityscapesLabel.values())
            .filter(label -> label.id() >= 0)
            .map(label -> new Category(label.id(), label.label(), label.hasInstances(), 0))
            .toList();
    LabelSet labels = new LabelSet("all", all, LabelSet.NO_IGNORE);
    Dataset dataset = fixture.open("val", labels, Map.of());
    short[] ids = semantic(dataset);
    for (int i = 0; i < ids.length; i++) {
      assertThat(ids[i]).isEqualTo((short) LABEL_IDS[i]);
    }
    // The caravan too; unlabeled (0) is void in a panoptic map.
    assertThat(dataset.samples().get(0).groundTruth().panoptic().orElseThrow().segmentIds())
        .containsExactly(INSTANCE_IDS);
  }

  @Test
  void readsCoarseAnnotationsOfTheExtraSplit() throws IOException {
    fixture.frame("gtCoarse", "train_extra", "augsburg_000000_000000");
    assertThat(ids(fixture.open("train_extra", EVALUATED, COARSE)))
        .containsExactly("augsburg_000000_000000");
    assertThat(new CityscapesReader().splits(fixture.spec("val", EVALUATED, COARSE)))
        .containsExactly("train_extra");
    failure("train_extra", Map.of())
        .hasMessage("data set tiny: unknown split 'train_extra', expected one of [train, val]");
  }

  @Test
  void needsNoLabelIdsWhereThereAreInstanceIds() throws IOException {
    for (String city : List.of("bonn_000000_000019", "ulm_000001_000019")) {
      Files.delete(
          root.resolve("gtFine/val/" + city.split("_")[0] + "/" + city + "_gtFine_labelIds.png"));
    }
    fixture.ids("gtFine_labelTrainIds", "val", "ulm_000001_000019", 13, 13, 13, 0, 255, 255, 1, 1);
    Dataset dataset = fixture.open("val", EVALUATED, Map.of());
    assertThat(dataset.tasks()).containsExactlyInAnyOrder(SegmentationTask.values());
    assertThat(semantic(dataset)).containsExactly(26, 26, 26, 7, 0, 0, 0, 26);
  }

  @Test
  void isSemanticAloneWhereAnImageHasNoInstanceIds() throws IOException {
    Files.delete(root.resolve("gtFine/val/ulm/ulm_000001_000019_gtFine_instanceIds.png"));
    assertThat(fixture.open("val", EVALUATED, Map.of()).tasks())
        .containsExactly(SegmentationTask.SEMANTIC);
    failure("val", Map.of("tasks", List.of("panoptic")))
        .hasMessageContaining("no ulm_000001_000019_gtFine_instanceIds.png beside it");
  }

  @Test
  void readsNoMoreThanTheTasksThatAreWanted() throws IOException {
    Dataset dataset = fixture.open("val", EVALUATED, Map.of("tasks", List.of("semantic")));
    assertThat(dataset.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    Files.delete(root.resolve("gtFine/val/bonn/bonn_000000_000019_gtFine_instanceIds.png"));
    assertThat(semantic(dataset)).containsExactly(26, 26, 26, 7, 0, 0, 0, 26);
    failure("val", Map.of("tasks", List.of("depth")))
        .hasMessage(
            "data set tiny: option tasks has 'depth', expected some of [semantic, instance,"
                + " panoptic]");
  }

  @Test
  void namesImagesWithoutLabelsAndListsLabelsWithoutImages() throws IOException {
    fixture.ids("gtFine_labelIds", "val", "jena_000000_000019", LABEL_IDS);
    fixture.ids("gtFine_instanceIds", "val", "jena_000000_000019", INSTANCE_IDS);
    assertThat(fixture.open("val", EVALUATED, Map.of()).filesWithoutImage())
        .containsExactly(
            root.resolve("gtFine/val/jena/jena_000000_000019_gtFine_labelIds.png"),
            root.resolve("gtFine/val/jena/jena_000000_000019_gtFine_instanceIds.png"));
    fixture.image("val", "koeln_000000_000019");
    failure("val", Map.of())
        .hasMessage(
            "data set tiny: image "
                + root.resolve("leftImg8bit/val/koeln/koeln_000000_000019_leftImg8bit.png")
                + " has no labels "
                + root.resolve("gtFine/val/koeln/koeln_000000_000019_gtFine_labelIds.png"));
  }

  /** The same files are other labels then. */
  @Test
  void hasAnotherFingerprintUnderAnotherLabelSet() {
    assertThat(fixture.open("val", CityscapesLabels.trainIds(), Map.of()).fingerprint())
        .isNotEqualTo(fixture.open("val", EVALUATED, Map.of()).fingerprint());
  }

  @Test
  void refusesLabelSetsOfOtherDataSets() {
    LabelSet voc = new LabelSet("voc", List.of(new Category(1, "aeroplane", true, 0)), 255);
    assertThatThrownBy(() -> fixture.open("val", voc, Map.of()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("labels voc: 'aeroplane' stands for no label of Cityscapes");
  }

  @Test
  void namesTheFileThatIsDamagedOrOfAnotherSize() throws IOException {
    Sample sample = fixture.open("val", EVALUATED, Map.of()).samples().get(0);
    fixture.ids("gtFine_labelIds", "val", "bonn_000000_000019", 7, 7, 7, 7);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("gtFine/val/bonn/bonn_000000_000019_gtFine_instanceIds.png")
                + " is 4x2, expected 4x1 as its label ids have");
    fixture.file(
        "gtFine/val/bonn/bonn_000000_000019_gtFine_labelIds.png",
        "no image".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("bonn_000000_000019_gtFine_labelIds.png: not a PNG file");
  }

  @Test
  void namesTheFolderThatIsMissingOrEmpty() throws IOException {
    failure("val", COARSE).hasMessage("data set tiny: no folder " + root.resolve("gtCoarse"));
    Files.delete(root.resolve("leftImg8bit/train/aachen/aachen_000000_000019_leftImg8bit.png"));
    failure("train", Map.of())
        .hasMessage(
            "data set tiny: split 'train' is empty: nothing in "
                + root.resolve("leftImg8bit/train")
                + " fits CITY/*_leftImg8bit.png");
  }
}
