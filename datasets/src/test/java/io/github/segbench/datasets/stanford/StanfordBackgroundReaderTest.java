package io.github.segbench.datasets.stanford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.pixels.DrawnImages;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StanfordBackgroundReaderTest extends DatasetReaderContract {
  private static final List<Category> CLASSES =
      IntStream.range(0, 8).mapToObj(i -> new Category(i, "c" + i, false, i)).toList();

  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    for (String id : List.of("0000047", "6000124")) {
      DrawnImages.write(
          root.resolve("images/" + id + ".jpg"), DrawnImages.rgb(3, 1, 2, 3, 4, 5, 6));
      labels(id + ".regions", "0 0 7\n-1 2 3\n");
      labels(id + ".surfaces", "0 0 2\n1 1 1\n");
      labels(id + ".layers", "1 1 2\n3 3 12\n");
    }
    Files.writeString(root.resolve("horizons.txt"), "0000047 3 2 1\n");
  }

  private void labels(String name, String rows) throws IOException {
    Files.createDirectories(root.resolve("labels"));
    Files.writeString(root.resolve("labels").resolve(name + ".txt"), rows);
  }

  @Override
  protected DatasetReader reader() {
    return new StanfordBackgroundReader();
  }

  @Override
  protected DatasetSpec spec() {
    return spec(255);
  }

  private DatasetSpec spec(int ignore) {
    return new DatasetSpec(
        "stanford",
        "all",
        new LabelSet("eight", CLASSES, ignore),
        new Options(reader().options(), Map.of("root", root.toString())));
  }

  @Test
  void readsRegionsAndTakesNegativeNumbersForVoid() {
    Dataset dataset = reader().open(spec());
    assertThat(dataset.samples()).extracting(Sample::id).containsExactly("0000047", "6000124");
    short[] ids = dataset.samples().get(0).groundTruth().semantic().orElseThrow().labels().labels();
    assertThat(ids)
        .containsExactly((short) 0, (short) 0, (short) 7, (short) 255, (short) 2, (short) 3);
    assertThat(dataset.filesWithoutImage()).isEmpty();
  }

  @Test
  void namesWhatIsMissingOnEitherSide() throws IOException {
    labels("7000001.regions", "0\n");
    assertThat(reader().open(spec()).filesWithoutImage())
        .containsExactly(root.resolve("labels/7000001.regions.txt"));
    Files.delete(root.resolve("labels/0000047.regions.txt"));
    assertThatThrownBy(() -> reader().open(spec()))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "data set stanford: image "
                + root.resolve("images/0000047.jpg")
                + " has no labels "
                + root.resolve("labels/0000047.regions.txt"));
  }

  @Test
  void namesTheFileOfAForeignNumberOrOfARaggedRow() throws IOException {
    labels("0000047.regions", "0 0 8\n0 0 0\n");
    Sample sample = reader().open(spec()).samples().get(0);
    Path file = root.resolve("labels/0000047.regions.txt");
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(file + ": label 8 at x=2 y=0, expected one of 0..7, 65535");
    labels("0000047.regions", "0 0 0\n0 0\n");
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(file + ": line 2 has 2 numbers, expected 3 as in the lines before");
  }

  @Test
  void needsAnIdForVoid() {
    assertThatThrownBy(() -> reader().open(spec(LabelSet.NO_IGNORE)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("labels 'eight' have no ignore id");
  }
}
