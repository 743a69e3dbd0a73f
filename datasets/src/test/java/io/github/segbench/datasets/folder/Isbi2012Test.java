package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels by a table on the slices of the ISBI 2012 challenge, where they are present. */
final class Isbi2012Test {
  private static final LabelSet LABELS =
      new LabelSet(
          "isbi2012",
          List.of(new Category(0, "membrane", false, 0), new Category(1, "cell", false, 0xFFFFFF)),
          LabelSet.NO_IGNORE);

  @Test
  void countsThePixelsThatNumpyCounts() {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data", "isbi2012");
    assumeTrue(Files.isDirectory(root), "no ISBI 2012 at " + root);
    Map<String, Object> options =
        Map.of(
            "root", root.toString(),
            "images", "images/{id}.png",
            "labels", "labels/{id}.png",
            "table", Map.of("0", "membrane", "255", "cell"),
            "splits", List.of("train"));
    FolderReader reader = new FolderReader();
    Dataset dataset =
        reader.open(
            new DatasetSpec("isbi2012", "train", LABELS, new Options(reader.options(), options)));

    long[] pixels = new long[2];
    for (Sample sample : dataset.samples()) {
      for (short id : sample.load().groundTruth().semantic().orElseThrow().labels().labels()) {
        pixels[id]++;
      }
    }

    // numpy.unique(..., return_counts=True) over the 30 label files: 0 and 255. Together they are
    // 30 x 512 x 512 = 7864320.
    assertThat(dataset.samples()).hasSize(30);
    assertThat(pixels).containsExactly(1727250, 6137070);
  }
}
