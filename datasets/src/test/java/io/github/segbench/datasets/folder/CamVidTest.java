package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.segbench.api.dataset.AnnotatedImage;
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
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Pixels of each id, 11 being void, over all label files: numpy.bincount. */
  static List<Arguments> pixels() {
    return List.of(
        arguments(
            "val",
            List.of(
                1601620L, 4531180L, 98499L, 5053176L, 1521751L, 2851125L, 155724L, 537197L, 304716L,
                113531L, 387010L, 297271L)),
        arguments(
            "train",
            List.of(
                10682767L, 14750079L, 623349L, 20076880L, 2845085L, 6166762L, 743859L, 714595L,
                3719877L, 405385L, 184967L, 2503995L)));
  }

  @ParameterizedTest
  @MethodSource("pixels")
  void countsThePixelsThatNumpyCounts(String split, List<Long> expected) {
    long[] pixels = new long[12];
    for (Sample sample : open(split).samples()) {
      for (short id : sample.groundTruth().semantic().orElseThrow().labels().labels()) {
        pixels[id]++;
      }
    }
    assertThat(pixels).containsExactly(expected.toArray(Long[]::new));
  }
}
