package io.github.segbench.datasets.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.pixels.DrawnImages;
import io.github.segbench.testkit.DatasetReaderContract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageStackReaderTest extends DatasetReaderContract {
  private static final int PAGES = 11;
  private static final LabelSet LABELS =
      new LabelSet(
          "membranes",
          List.of(new Category(0, "membrane", false, 0), new Category(1, "cell", false, 0xFFFFFF)),
          LabelSet.NO_IGNORE);

  @TempDir private Path root;

  /** Page N has a photo of the grey value N, and labels that are membrane in pixel N % 4 alone. */
  @BeforeEach
  void write() throws IOException {
    DrawnImages.tiff(
        root.resolve("train-volume.tif"),
        "PackBits",
        pages(page -> DrawnImages.grey(2, page, page, page, 200)));
    DrawnImages.tiff(
        root.resolve("train-labels.tif"),
        "LZW",
        pages(
            page -> {
              int[] labels = {255, 255, 255, 255};
              labels[page % 4] = 0;
              return DrawnImages.grey(2, labels);
            }));
    // As in the challenge: the labels of the test volume are not published.
    Files.copy(root.resolve("train-volume.tif"), root.resolve("test-volume.tif"));
  }

  private static List<BufferedImage> pages(IntFunction<BufferedImage> page) {
    return IntStream.range(0, PAGES).mapToObj(page).toList();
  }

  @Override
  protected DatasetReader reader() {
    return new ImageStackReader();
  }

  @Override
  protected DatasetSpec spec() {
    return spec("train", Map.of("0", "membrane", "255", "cell"));
  }

  private DatasetSpec spec(String split, Map<String, String> table) {
    return new DatasetSpec(
        "stack",
        split,
        LABELS,
        new Options(reader().options(), Map.of("root", root.toString(), "table", table)));
  }

  @Test
  void pairsPagesOfOneNumber() {
    Dataset dataset = reader().open(spec());
    assertThat(dataset.samples()).extracting(Sample::id).hasSize(PAGES).startsWith("00", "01");
    for (int page = 0; page < PAGES; page++) {
      Sample sample = dataset.samples().get(page);
      assertThat(sample.image().channel(0, 0, 0)).isEqualTo(page);
      assertThat(sample.image().channel(1, 1, 2)).isEqualTo(200);
      LabelMap map = sample.groundTruth().semantic().orElseThrow().labels();
      for (int pixel = 0; pixel < 4; pixel++) {
        assertThat(map.at(pixel)).isEqualTo(pixel == page % 4 ? 0 : 1);
      }
    }
  }

  @Test
  void knowsTheSplitsThatHaveBothFiles() {
    assertThat(reader().splits(spec())).containsExactly("train");
    assertThatThrownBy(() -> reader().open(spec("test", Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set stack: unknown split 'test', expected one of [train]");
  }

  @Test
  void namesPageAndPixelOfAValueThatIsNoLabel() {
    Sample sample = reader().open(spec("train", Map.of("255", "cell"))).samples().get(3);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("train-labels.tif") + " page 3: label 0 at x=1 y=1, expected one of 255");
  }

  @Test
  void refusesStacksOfDifferentLength() throws IOException {
    DrawnImages.tiff(
        root.resolve("train-labels.tif"), "LZW", List.of(DrawnImages.grey(2, 0, 0, 0, 0)));
    assertThatThrownBy(() -> reader().open(spec()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("train-labels.tif has 1 pages, expected 11 as the images in");
  }

  @Test
  void namesAFileThatIsDamaged() throws IOException {
    Path volume = root.resolve("train-volume.tif");
    byte[] whole = Files.readAllBytes(volume);
    Files.write(volume, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> reader().open(spec()).samples().forEach(Sample::load))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(volume.toString());
    Files.writeString(volume, "no TIFF");
    assertThatThrownBy(() -> reader().open(spec()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(volume.toString());
  }

  @Test
  void refusesNamesWithoutASplit() {
    Options options =
        new Options(
            reader().options(), Map.of("root", root.toString(), "images", "train-volume.tif"));
    assertThatThrownBy(() -> reader().open(new DatasetSpec("stack", "train", LABELS, options)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("option images is 'train-volume.tif', expected a name with {split}");
  }
}
