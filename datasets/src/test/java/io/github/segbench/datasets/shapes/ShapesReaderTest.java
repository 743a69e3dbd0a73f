package io.github.segbench.datasets.shapes;

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
import io.github.segbench.testkit.DatasetReaderContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShapesReaderTest extends DatasetReaderContract {
  static final LabelSet LABELS =
      new LabelSet(
          "shapes",
          List.of(
              new Category(0, "sky", false, 0x87CEEB),
              new Category(1, "grass", false, 0x4C9A2A),
              new Category(2, "road", false, 0x808080),
              new Category(3, "water", false, 0x1F77B4),
              new Category(4, "circle", true, 0xD62728),
              new Category(5, "square", true, 0x9467BD),
              new Category(6, "triangle", true, 0xFF7F0E),
              new Category(7, "star", true, 0xE377C2)),
          255);

  @Override
  protected DatasetReader reader() {
    return new ShapesReader();
  }

  @Override
  protected DatasetSpec spec() {
    return spec("val", LABELS, Map.of("size", 48L, "count", 5L));
  }

  private DatasetSpec spec(String split, LabelSet labels, Map<String, ?> options) {
    return new DatasetSpec("shapes", split, labels, new Options(reader().options(), options));
  }

  private Dataset open(String split, Map<String, ?> options) {
    return reader().open(spec(split, LABELS, options));
  }

  @ParameterizedTest
  @CsvSource({"train, 6000, 0000000", "val, 300, 1000000", "test, 300, 2000000"})
  void numbersTheScenesOfASplitByTheirSeeds(String split, int count, String first) {
    List<Sample> samples = open(split, Map.of()).samples();
    assertThat(samples).hasSize(count);
    assertThat(samples.get(0).id()).isEqualTo(first);
    assertThat(samples.get(count - 1).id())
        .isEqualTo(first.charAt(0) + (count == 300 ? "000299" : "005999"));
    assertThat(samples.get(0).image().width()).isEqualTo(128);
  }

  @Test
  void refusesMoreScenesThanTheSplitHasSeeds() {
    assertThat(open("train", Map.of("count", 1_000_000L)).samples()).hasSize(1_000_000);
    assertThatThrownBy(() -> open("train", Map.of("count", 1_000_001L)))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set shapes: count is 1000001, expected at most 1000000");
  }

  @Test
  void refusesScenesThatDoNotFitIntoMemory() {
    assertThatThrownBy(() -> open("train", Map.of("size", 100_000L)))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set shapes: size is 100000, expected at most 4096");
  }

  @Test
  void changesTheFingerprintWithWhateverChangesTheScenes() {
    List<String> fingerprints =
        List.of(
            open("val", Map.of()).fingerprint(),
            open("test", Map.of()).fingerprint(),
            open("val", Map.of("size", 64L)).fingerprint(),
            open("val", Map.of("count", 299L)).fingerprint());
    assertThat(fingerprints).doesNotHaveDuplicates();
    assertThat(open("val", Map.of("size", 128L, "count", 300L)).fingerprint())
        .isEqualTo(fingerprints.get(0));
  }

  @Test
  void namesTheLabelThatDoesNotFit() {
    List<Category> categories = new ArrayList<>(LABELS.categories());
    categories.set(4, new Category(4, "circle", false, 0));
    LabelSet stuff = new LabelSet("mine", categories, 255);
    assertThatThrownBy(() -> reader().open(spec("val", stuff, Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "data set shapes: labels 'mine' do not fit Shapes:"
                + " 4 circle (stuff), expected 4 circle (thing)");
  }

  @Test
  void refusesLabelsOfAnotherNumberOrVoid() {
    LabelSet few = new LabelSet("few", LABELS.categories().subList(0, 7), 255);
    assertThatThrownBy(() -> reader().open(spec("val", few, Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("7 categories, expected 8");
    LabelSet noVoid = new LabelSet("full", LABELS.categories(), LabelSet.NO_IGNORE);
    assertThatThrownBy(() -> reader().open(spec("val", noVoid, Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("ignore id")
        .hasMessageContaining("255");
  }
}
