package io.github.segbench.formats.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.SharedFolder;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CityscapesGroundTruthTest {
  /** Two cars, a group of cars, road, a caravan, out of roi, an unlabeled pixel, a third car. */
  private static final int[] INSTANCE_IDS = {26000, 26001, 26, 7, 29001, 3, 0, 26001};

  private static final int[] LABEL_IDS = {26, 26, 26, 7, 29, 3, 0, 26};

  @TempDir private Path folder;

  private Path place(String name, int... ids) throws IOException {
    short[] pixels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      pixels[i] = (short) ids[i];
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, LabelPng.encode(new LabelMap(ids.length / 2, 2, pixels)));
  }

  private void placeFrame() throws IOException {
    place("val/ulm/ulm_000001_000019_gtFine_labelIds.png", LABEL_IDS);
    place("val/ulm/ulm_000001_000019_gtFine_instanceIds.png", INSTANCE_IDS);
  }

  private Segmentations read(SegmentationTask... tasks) {
    return CityscapesGroundTruth.open(folder, Set.of(tasks))
        .read("ulm_000001_000019")
        .orElseThrow();
  }

  @Test
  void makesSegmentsOfInstanceIdsAndVoidOfTheRest() throws IOException {
    placeFrame();
    PanopticSegmentation panoptic = read(SegmentationTask.PANOPTIC).panoptic().orElseThrow();
    assertThat(panoptic.segmentIds()).containsExactly(26000, 26001, 26, 7, 0, 0, 0, 26001);
    assertThat(panoptic.segments())
        .containsExactly(
            new Segment(7, 7, false),
            new Segment(26, 26, true),
            new Segment(26000, 26, false),
            new Segment(26001, 26, false));
  }

  @Test
  void makesInstancesOfObjectsAndCrowdsOfGroups() throws IOException {
    placeFrame();
    Segmentations all = read(SegmentationTask.INSTANCE);
    assertThat(all.tasks()).contains(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE);
    InstanceSegmentation instances = all.instance().orElseThrow();
    assertThat(instances.width()).isEqualTo(4);
    // 26, 26000, 26001 and the caravan 29001
    assertThat(instances.instances()).hasSize(4);
    Instance group = instances.instances().get(0);
    assertThat(group.crowd()).isTrue();
    assertThat(group.category()).isEqualTo(26);
    // The group is the pixel x=2 y=0: columns of two, so 4 pixels before and 3 after it.
    assertThat(group.mask()).isEqualTo(Mask.ofCounts(4, 2, new int[] {4, 1, 3}));
    Instance second = instances.instances().get(2);
    // x=1 y=0 is the third pixel down the columns, x=3 y=1 the eighth.
    assertThat(second)
        .isEqualTo(Instance.groundTruth(26, Mask.ofCounts(4, 2, new int[] {2, 1, 4, 1})));
    assertThat(second.area()).isEqualTo(2);
  }

  /** The official script takes void for what has an id below 1000 alone. */
  @Test
  void tellsObjectsThatAreNotEvaluatedFromVoid() throws IOException {
    placeFrame();
    CityscapesGroundTruth stored =
        CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.INSTANCE));
    assertThat(instances(stored).get(3))
        // x=0 y=1 is the second pixel.
        .isEqualTo(Instance.groundTruth(29, Mask.ofCounts(4, 2, new int[] {1, 1, 6})));
    assertThat(instances(stored.evaluatedOnly())).isEqualTo(instances(stored).subList(0, 3));
  }

  private static List<Instance> instances(CityscapesGroundTruth stored) {
    return stored.read("ulm_000001_000019").orElseThrow().instance().orElseThrow().instances();
  }

  @Test
  void doesNotReadInstanceIdsThatNobodyWants() throws IOException {
    placeFrame();
    Path instances =
        Files.write(
            folder.resolve("val/ulm/ulm_000001_000019_gtFine_instanceIds.png"), new byte[0]);
    Segmentations semantic = read(SegmentationTask.SEMANTIC);
    assertThat(semantic.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(semantic.semantic().orElseThrow().labels().labels())
        .containsExactly(26, 26, 26, 7, 29, 3, 0, 26);
    assertThatThrownBy(() -> read(SegmentationTask.SEMANTIC, SegmentationTask.PANOPTIC))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(instances.toString());
  }

  @Test
  void addsATaskOnlyIfAllImagesHaveInstanceIds() throws IOException {
    placeFrame();
    CityscapesGroundTruth stored =
        CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.SEMANTIC));
    assertThat(stored.hasInstanceIds()).isTrue();
    assertThat(stored.with(SegmentationTask.PANOPTIC).tasks())
        .containsExactlyInAnyOrder(SegmentationTask.SEMANTIC, SegmentationTask.PANOPTIC);
    Path lacking = place("val/bonn/bonn_000000_000019_gtFine_labelIds.png", LABEL_IDS);
    CityscapesGroundTruth some =
        CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.SEMANTIC));
    assertThat(some.hasInstanceIds()).isFalse();
    String message =
        lacking
            + ": no bonn_000000_000019_gtFine_instanceIds.png beside it, which objects are"
            + " read from";
    assertThatThrownBy(() -> some.with(SegmentationTask.PANOPTIC))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.INSTANCE)))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  /** Instance ids are decoded into one array. */
  @Test
  void keepsWhatWasReadOfOneFrameWhenAnotherIsRead() throws IOException {
    place("bonn_000000_000019_gtFine_instanceIds.png", 7, 26001, 7, 26001, 26002, 7, 24001, 0);
    place("ulm_000001_000019_gtFine_instanceIds.png", INSTANCE_IDS);
    CityscapesGroundTruth stored =
        CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.values()));
    Segmentations first = stored.read("bonn_000000_000019").orElseThrow();
    stored.read("ulm_000001_000019");
    assertThat(first.panoptic().orElseThrow().segmentIds())
        .containsExactly(7, 26001, 7, 26001, 26002, 7, 24001, 0);
    assertThat(first.semantic().orElseThrow().labels().labels())
        .containsExactly(7, 26, 7, 26, 26, 7, 24, 0);
    assertThat(first.instance().orElseThrow().instances())
        .extracting(Instance::area)
        .containsExactly(1.0, 2.0, 1.0);
  }

  @Test
  void takesLabelsFromInstancesWhereTheyHaveNoFile() throws IOException {
    place("ulm_000001_000019_gtCoarse_instanceIds.png", INSTANCE_IDS);
    assertThat(read(SegmentationTask.SEMANTIC).semantic().orElseThrow().labels().labels())
        .containsExactly(26, 26, 26, 7, 29, 3, 0, 26);
  }

  private static LabelSet labelSet(int ignoreId, Category... categories) {
    return new LabelSet("some", List.of(categories), ignoreId);
  }

  private Segmentations readAs(LabelSet labels) {
    return CityscapesGroundTruth.open(folder, Set.of(SegmentationTask.values()))
        .as(CityscapesCategories.of(labels))
        .read("ulm_000001_000019")
        .orElseThrow();
  }

  @Test
  void givesIdsOfTheLabelSetAndVoidForLabelsThatItLacks() throws IOException {
    placeFrame();
    Segmentations all = readAs(CityscapesLabels.trainIds());
    assertThat(all.semantic().orElseThrow().labels().labels())
        .containsExactly(13, 13, 13, 0, 255, 255, 255, 13);
    assertThat(all.panoptic().orElseThrow().segments())
        .containsExactly(
            new Segment(7, 0, false),
            new Segment(26, 13, true),
            new Segment(26000, 13, false),
            new Segment(26001, 13, false));
    // No caravan: the label set does not have it.
    assertThat(all.instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(13, 13, 13);
  }

  /** A segment of stuff is all of its category; so is a group of things. */
  @Test
  void joinsWhatBelongsToOneOfficialCategory() throws IOException {
    // road, sidewalk, parking, a car, a group of cars, a group of buses, a bus, a caravan
    int[] instances = {7, 8, 9, 26000, 26, 28, 28000, 29000};
    place("ulm_000001_000019_gtFine_instanceIds.png", instances);
    Segmentations all =
        readAs(labelSet(0, new Category(1, "flat", false, 0), new Category(7, "vehicle", true, 0)));
    // Parking and caravans are not evaluated, so they are void.
    assertThat(all.semantic().orElseThrow().labels().labels())
        .containsExactly(1, 1, 0, 7, 7, 7, 7, 0);
    PanopticSegmentation panoptic = all.panoptic().orElseThrow();
    assertThat(panoptic.segmentIds()).containsExactly(7, 7, 0, 26000, 26, 26, 28000, 0);
    assertThat(panoptic.segments())
        .containsExactly(
            new Segment(7, 1, false),
            new Segment(26, 7, true),
            new Segment(26000, 7, false),
            new Segment(28000, 7, false));
  }

  @Test
  void refusesLabelSetsThatAreNotOfCityscapes() throws IOException {
    Category road = new Category(7, "road", false, 0);
    assertThatThrownBy(
            () -> CityscapesCategories.of(labelSet(0, road, new Category(1, "boat", true, 0))))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("labels some: 'boat' stands for no label of Cityscapes");
    assertThatThrownBy(() -> CityscapesCategories.of(labelSet(LabelSet.NO_IGNORE, road)))
        .isInstanceOf(FormatException.class)
        .hasMessage("labels some have no ignore id, expected one for the other labels");
    Path file = place("ulm_000001_000019_gtFine_labelIds.png", 7, 7, 255, 7);
    place("ulm_000001_000019_gtFine_instanceIds.png", 7, 7, 0, 7);
    assertThatThrownBy(() -> readAs(labelSet(0, road)))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": label 255 at x=0 y=1, expected one of 0..33");
  }

  @Test
  void refusesTwoAnnotationsOfOneFrame() throws IOException {
    Path first = place("a/ulm_000001_000019_gtCoarse_labelIds.png", LABEL_IDS);
    Path second = place("b/ulm_000001_000019_gtFine_labelIds.png", LABEL_IDS);
    assertThatThrownBy(() -> read(SegmentationTask.SEMANTIC))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            second + ": second annotation of image 'ulm_000001_000019', the first is " + first);
  }

  @Test
  void refusesInstanceIdsOfAnotherSizeAndForeignNames() throws IOException {
    place("ulm_000001_000019_gtFine_labelIds.png", LABEL_IDS);
    Path instances = place("ulm_000001_000019_gtFine_instanceIds.png", 7, 7, 7, 7);
    assertThatThrownBy(() -> read(SegmentationTask.SEMANTIC, SegmentationTask.PANOPTIC))
        .isInstanceOf(FormatException.class)
        .hasMessage(instances + " is 2x2, expected 4x2 as its label ids have");
    Path foreign = place("ulm_1_gtFine_labelIds.png", LABEL_IDS);
    assertThatThrownBy(() -> read(SegmentationTask.SEMANTIC))
        .hasMessage(foreign + ": expected a name like city_123456_123456_gtFine_labelIds.png");
  }

  @Test
  void refusesFoldersWithoutGroundTruth() throws IOException {
    place("ulm_000001_000019_gtFine_labelTrainIds.png", LABEL_IDS);
    assertThatThrownBy(() -> read(SegmentationTask.SEMANTIC))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            folder + ": no ground truth in it, expected city_123456_123456_gtFine_labelIds.png");
  }

  @ParameterizedTest
  @CsvSource({
    "data/layouts/cityscapes_frame, 1",
    "data/layouts/cityscapes_dataset/dataset/gtFine, 4",
    "data/layouts/cityscapes_dataset/train_dataset/gtFine/test/defaultcity, 2",
    "cases/cityscapes_synthetic_6/gtFine/val, 6"
  })
  void agreesWithPixelLoopsOnRealLayouts(String path, int images) {
    CityscapesGroundTruth stored =
        CityscapesGroundTruth.open(SharedFolder.require(path), Set.of(SegmentationTask.values()))
            .evaluatedOnly();
    assertThat(stored.images()).hasSize(images);
    LabelSet labels = CityscapesLabels.evaluated();
    String image = stored.images().get(images - 1);
    Segmentations truth = stored.read(image).orElseThrow();
    PanopticSegmentation panoptic = truth.panoptic().orElseThrow();
    LabelMap semantic = truth.semantic().orElseThrow().labels();
    TreeMap<Integer, Integer> areas = new TreeMap<>();
    int wrong = 0;
    for (int i = 0; i < panoptic.segmentIds().length; i++) {
      int id = panoptic.segmentIds()[i];
      int label = semantic.at(i % semantic.width(), i / semantic.width());
      if ((id >= 1000 ? id / 1000 : id) != (labels.indexOf(label) < 0 ? 0 : label)) {
        wrong++;
      }
      areas.merge(id, 1, Integer::sum);
    }
    assertThat(wrong).isZero();
    areas.remove(0);
    assertThat(panoptic.segments().stream().map(Segment::id))
        .containsExactlyElementsOf(areas.keySet());
    areas
        .keySet()
        .removeIf(id -> !labels.byId(id >= 1000 ? id / 1000 : id).orElseThrow().isThing());
    assertThat(truth.instance().orElseThrow().instances().stream().map(i -> (int) i.mask().area()))
        .containsExactlyElementsOf(areas.values());
  }
}
