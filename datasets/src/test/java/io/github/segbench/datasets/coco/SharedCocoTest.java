package io.github.segbench.datasets.coco;

import static io.github.segbench.datasets.coco.CocoFixture.PANOPTIC_2017;
import static io.github.segbench.datasets.coco.CocoFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoPanoptic;
import io.github.segbench.formats.coco.PanopticFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader on real files and on odd ones, where they are present. */
final class SharedCocoTest {
  private static final LabelSet THINGS =
      labels(
          new Category(1, "a", true, 0),
          new Category(2, "b", true, 0),
          new Category(4, "c", true, 0));
  private static final LabelSet STUFF =
      labels(new Category(1, "a", false, 0), new Category(2, "b", false, 0));

  private static LabelSet labels(Category... categories) {
    return new LabelSet("abc", List.of(categories), 0);
  }

  private static Path shared(String folder) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data", folder);
    assumeTrue(Files.isDirectory(root), "no data at " + root);
    return root;
  }

  private static Dataset open(Path root, String split, LabelSet labels, Map<String, ?> options) {
    CocoReader reader = new CocoReader();
    Options checked = new Options(reader.options(), with(options, "root", root.toString()));
    return reader.open(new DatasetSpec("coco", split, labels, checked));
  }

  @Test
  void readsAllSegmentsOfAHundredImages() {
    Path root = shared("coco");
    PanopticFiles files = PanopticFiles.beside(root.resolve("annotations/panoptic_train2017.json"));
    LabelSet own = CocoPanoptic.read(files).labels();
    LabelSet labels = new LabelSet("coco133", own.categories(), 255);
    Dataset dataset =
        open(root, "train", labels, with(PANOPTIC_2017, "semanticFromPanoptic", true));
    assertThat(dataset.samples()).hasSize(100);
    assertThat(dataset.samples().get(0).id()).isEqualTo("000000000009");
    int segments = 0;
    int crowds = 0;
    for (Sample sample : dataset.samples()) {
      Segmentations truth = sample.load().groundTruth();
      PanopticSegmentation map = truth.panoptic().orElseThrow();
      segments += map.segments().size();
      crowds += (int) map.segments().stream().filter(Segment::crowd).count();
      assertThat(wrongPixels(map, truth.semantic().orElseThrow().labels())).isZero();
    }
    assertThat(segments).isEqualTo(1111);
    assertThat(crowds).isEqualTo(6);
  }

  private static int wrongPixels(PanopticSegmentation map, LabelMap semantic) {
    Map<Integer, Integer> categories = new HashMap<>(Map.of(PanopticSegmentation.VOID, 255));
    map.segments().forEach(segment -> categories.put(segment.id(), segment.category()));
    int wrong = 0;
    for (int i = 0; i < map.segmentIds().length; i++) {
      wrong += semantic.at(i) == categories.getOrDefault(map.segmentIds()[i], -1) ? 0 : 1;
    }
    return wrong;
  }

  @ParameterizedTest
  @CsvSource({"coco, train, 5", "coco_instances, train, 5", "coco_instances, val, 40"})
  void readsObjectsOfTinyLayouts(String folder, String split, String id) {
    Dataset dataset =
        open(
            shared("layouts/coco_dataset/" + folder),
            split,
            THINGS,
            Map.of("images", "images/{split}", "instances", "annotations/instances_{split}.json"));
    assertThat(dataset.samples()).extracting(Sample::id).containsExactly(id);
    assertThat(dataset.samples().get(0).load().groundTruth().tasks())
        .containsExactly(SegmentationTask.INSTANCE);
  }

  @Test
  void readsRegionsAndSegmentsOfTinyLayouts() {
    Map<String, String> stuff =
        Map.of("images", "images/{split}", "stuff", "annotations/stuff_{split}.json");
    Dataset regions = open(shared("layouts/coco_dataset/coco_stuff"), "train", STUFF, stuff);
    // counts [10, 10, 5, 10, 15] in columns of 5: columns 2, 3, 5 and 6 of 10.
    LabelMap map = regions.samples().get(0).load().groundTruth().semantic().orElseThrow().labels();
    for (int x = 0; x < 10; x++) {
      assertThat(map.at(x, 4)).isEqualTo(x == 2 || x == 3 || x == 5 || x == 6 ? 1 : 0);
    }
    Map<String, String> panoptic =
        Map.of("images", "images/{split}", "panoptic", "annotations/panoptic_{split}.json");
    Dataset maps = open(shared("layouts/coco_dataset/coco"), "val", STUFF, panoptic);
    assertThat(maps.samples().get(0).load().groundTruth().panoptic().orElseThrow().segments())
        .extracting(Segment::id)
        .containsExactly(7, 20);
  }

  /** The map of image 5 is 5x5, its image 10x5. */
  @Test
  void namesTheMapThatDoesNotFitItsImage() {
    Map<String, String> panoptic =
        Map.of("images", "images/{split}", "panoptic", "annotations/panoptic_{split}.json");
    Sample sample =
        open(shared("layouts/coco_dataset/coco_panoptic"), "train", STUFF, panoptic)
            .samples()
            .get(0);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("panoptic_train/a.png: map of image 5 is 5x5, expected 10x5");
  }

  @Test
  void leavesTheFolderAsItWas() throws IOException {
    Path root = shared("layouts/coco_dataset/coco");
    List<Path> before;
    try (Stream<Path> files = Files.walk(root)) {
      before = files.sorted().toList();
    }
    open(
            root,
            "val",
            STUFF,
            Map.of("images", "images/{split}", "panoptic", "annotations/panoptic_{split}.json"))
        .fingerprint();
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.sorted()).containsExactlyElementsOf(before);
    }
  }
}
