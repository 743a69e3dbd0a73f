package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader on a real data set, where it is present. */
final class CamVidTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "camvid11",
          IntStream.range(0, 11).mapToObj(i -> new Category(i, "c" + i, false, i)).toList(),
          11);

  private static Dataset open(String split) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data", "camvid");
    assumeTrue(Files.isDirectory(root), "no CamVid at " + root);
    Map<String, String> options =
        Map.of(
            "root", root.toString(),
            "images", "{split}/{id}.*",
            "labels", "{split}annot/{id}.png");
    FolderReader reader = new FolderReader();
    return reader.open(
        new DatasetSpec("camvid", split, LABELS, new Options(reader.options(), options)));
  }

  @ParameterizedTest
  @CsvSource({"train, 367, 0001TP_006690", "val, 101, 0016E5_07959"})
  void findsEveryImageWhateverItsFormat(String split, int images, String first) {
    Dataset dataset = open(split);
    assertThat(dataset.samples()).hasSize(images);
    assertThat(dataset.samples().get(0).id()).isEqualTo(first);
    AnnotatedImage loaded = dataset.samples().get(0).load();
    assertThat(loaded.image().width()).isEqualTo(480);
    assertThat(loaded.image().height()).isEqualTo(360);
  }

  @Test
  void seesAllClassesAndVoid() {
    boolean[] seen = new boolean[12];
    for (Sample sample : open("val").samples().subList(0, 20)) {
      for (short id : sample.groundTruth().semantic().orElseThrow().labels().labels()) {
        seen[id] = true;
      }
    }
    assertThat(seen).containsOnly(true);
  }
}
