package io.github.segbench.datasets.ade20k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Segmentations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readers on real data and on examples of the layouts, where they are present. */
final class AdeSharedDataTest {
  private static Dataset open(DatasetReader reader, String folder, String split) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data").resolve(folder);
    assumeTrue(Files.isDirectory(root), "no ADE20K at " + root);
    return new AdeFixture(root, reader).open(split);
  }

  private static Map<Integer, Integer> classes(Sample sample) {
    return AdeFixture.areas(sample.load().groundTruth().semantic().orElseThrow().labels());
  }

  /** Counts by NumPy. */
  @Test
  void countsThePixelsOfValidationImages() {
    Dataset dataset = open(new ChallengeReader(), "ade20k", "validation");
    assertThat(AdeFixture.ids(dataset))
        .containsExactly("ADE_val_00000001", "ADE_val_00000002", "ADE_val_00000003");
    assertThat(classes(dataset.samples().get(0)))
        .isEqualTo(
            Map.of(
                0, 3613, 1, 14538, 2, 123406, 3, 134492, 5, 8784, 7, 1755, 10, 53099, 18, 10009));
    assertThat(classes(dataset.samples().get(1)))
        .isEqualTo(Map.of(0, 17280, 1, 8309, 2, 49211, 3, 85997, 5, 20293, 14, 341, 18, 569));
  }

  /** The example has one column of a person (1831), three of a car (401), and an empty one. */
  @ParameterizedTest
  @CsvSource({"training, 1", "validation, 2"})
  void readsTheLayoutOf2020(String split, String id) {
    Dataset dataset = open(new FullReader(), "layouts/ade20k2020_dataset/dataset", split);
    assertThat(AdeFixture.ids(dataset)).containsExactly(id);
    Segmentations truth = dataset.samples().get(0).load().groundTruth();
    assertThat(AdeFixture.areas(truth.semantic().orElseThrow().labels()))
        .isEqualTo(Map.of(0, 5, 13, 5, 21, 15));
    assertThat(truth.instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(13, 21);
    assertThat(AdeFixture.described(truth.panoptic().orElseThrow()))
        .containsExactly("3329=13", "5378=21");
  }

  /** The example's colours are made up: their classes, 0 and 1, are not in the challenge. */
  @ParameterizedTest
  @CsvSource({"training, 1", "validation, 2"})
  void readsTheLayoutOf2017(String split, String id) {
    Dataset dataset = open(new FullReader(), "layouts/ade20k2017_dataset/dataset", split);
    assertThat(AdeFixture.ids(dataset)).containsExactly(id);
    assertThat(classes(dataset.samples().get(0))).isEqualTo(Map.of(0, 12));
    assertThat(dataset.samples().get(0).groundTruth().instance().orElseThrow().instances())
        .isEmpty();
  }
}
