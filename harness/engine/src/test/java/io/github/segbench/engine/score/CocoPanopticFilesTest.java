package io.github.segbench.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.coco.CocoPanopticWriter;
import io.github.segbench.formats.coco.PanopticFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which image of a data set a prediction in a COCO panoptic file is of. */
final class CocoPanopticFilesTest {
  private static final LabelSet LABELS =
      new LabelSet("one", List.of(new Category(7, "sky", false, 0)), LabelSet.NO_IGNORE);

  @TempDir private Path folder;

  @Test
  void predictionsUnderTheNamesOfImagesAreFound() {
    StoredSegmentations found = predictions(List.of("bern_1", "ulm_2"), "ulm_2", "bern_1");

    assertThat(found.images()).containsExactlyInAnyOrder("bern_1", "ulm_2");
    // A prediction's width says which one it is: 1 is the first that was written.
    assertThat(width(found, "ulm_2")).isEqualTo(1);
    assertThat(width(found, "bern_1")).isEqualTo(2);
  }

  @Test
  void predictionsUnderThePlacesOfImagesAreThoseOfTheWholeSplit() {
    StoredSegmentations found = predictions(List.of("bern_1", "left_out", "ulm_2"), "3", "1");

    assertThat(found.images()).containsExactly("ulm_2", "bern_1");
    assertThat(width(found, "ulm_2")).isEqualTo(1);
    assertThat(width(found, "bern_1")).isEqualTo(2);
  }

  @Test
  void numbersAreThoseOfTheImagesWithAndWithoutZeros() {
    assertThat(predictions(List.of("000139", "000285"), "285", "139").images())
        .containsExactly("000285", "000139");
  }

  @Test
  void predictionOfNoImageKeepsItsNumberSoThatItIsRefused() {
    assertThat(predictions(List.of("bern_1", "ulm_2"), "3").images()).containsExactly("3");
  }

  private StoredSegmentations predictions(List<String> split, String... images) {
    PanopticFiles files = PanopticFiles.beside(folder.resolve("mine.json"));
    try (CocoPanopticWriter writer = new CocoPanopticWriter(files, LABELS.categories())) {
      int width = 0;
      for (String image : images) {
        width++;
        int[] ids = new int[width];
        Arrays.fill(ids, 1);
        writer.write(
            image,
            image + ".png",
            new PanopticSegmentation(width, 1, ids, List.of(new Segment(1, 7, false))));
      }
      writer.finish();
    }
    GroundTruth truth =
        new GroundTruth("set", "Set", "val", null, null, LABELS, new MemorySegmentations());
    return new CocoPanopticFiles().open(truth, split).predictions(files.json().toString());
  }

  private static int width(StoredSegmentations found, String image) {
    return found.read(image).orElseThrow().width();
  }
}
