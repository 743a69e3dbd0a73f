package io.github.segbench.datasets.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader on real files and on odd ones, where they are present. */
final class SharedCityscapesTest {
  private static Path shared(String folder) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent")).resolve(folder);
    assumeTrue(Files.isDirectory(root), "no data at " + root);
    return root;
  }

  private static Dataset open(Path root, String split, LabelSet labels) {
    return new CityscapesFixture(root).open(split, labels, Map.of());
  }

  /** Its files were made smaller one by one: 77 of 32,768 pixels, on borders, differ. */
  @Test
  void agreesWithTheTrainIdsOfARealFrame() {
    Path root = shared("data/layouts/cityscapes_frame");
    Sample sample = open(root, "val", CityscapesLabels.trainIds()).samples().get(0);
    assertThat(sample.id()).isEqualTo("frankfurt_000000_000294");
    Segmentations truth = sample.load().groundTruth();
    LabelMap semantic = truth.semantic().orElseThrow().labels();
    LabelMap trainIds =
        LabelPng.read(
            root.resolve("gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelTrainIds.png"));
    int different = 0;
    Set<Integer> categories = new TreeSet<>();
    for (int i = 0; i < 256 * 128; i++) {
      different += semantic.at(i) == trainIds.at(i) ? 0 : 1;
      categories.add(semantic.at(i));
    }
    assertThat(different).isEqualTo(77);
    categories.remove(255);
    assertThat(truth.panoptic().orElseThrow().segments())
        .extracting(Segment::category)
        .containsAll(categories)
        .allMatch(categories::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "dataset, test, 2",
    "dataset, train, 1",
    "dataset, val, 1",
    "train_dataset, test, 2",
    "train_dataset, train, 1",
    "train_dataset, val, 1"
  })
  void readsFramesThatHaveInstanceIdsButNoLabelIds(String folder, String split, int frames) {
    Path root = shared("data/layouts/cityscapes_dataset/" + folder);
    Dataset dataset = open(root, split, CityscapesLabels.evaluated());
    assertThat(dataset.samples()).hasSize(frames);
    assertThat(dataset.samples().get(0).load().groundTruth().tasks()).hasSize(3);
  }

  @Test
  void saysThatImagesAreMissingWhereThereIsGroundTruthAlone() {
    Path root = shared("cases/cityscapes_synthetic_6");
    assertThatThrownBy(() -> open(root, "val", CityscapesLabels.evaluated()))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set tiny: no folder " + root.resolve("leftImg8bit"));
  }
}
