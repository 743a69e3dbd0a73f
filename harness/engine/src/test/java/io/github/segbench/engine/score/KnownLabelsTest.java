package io.github.segbench.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownLabelsTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "two",
          List.of(new Category(3, "road", false, 0), new Category(65_000, "car", true, 0)),
          255);

  private static KnownLabels maps(int... labels) {
    return new KnownLabels("folder", new MemorySegmentations().with("a", labels), LABELS);
  }

  @Test
  void acceptsCategoriesAndVoid() {
    KnownLabels maps = maps(3, 3, 255, 65_000, 3);
    assertThat(maps.read("a")).isPresent();
    assertThat(maps.read("b")).isEmpty();
  }

  @Test
  void namesTheFirstPixelOfAnUnknownLabel() {
    for (KnownLabels maps : List.of(maps(3, 3, 7, 7, 8), maps(255, 3, 7, 3, 8))) {
      assertThatThrownBy(() -> maps.read("a"))
          .isInstanceOf(FormatException.class)
          .hasMessage("folder, image a: label 7 at x=2 y=0 is not in labels 'two'");
    }
    assertThatThrownBy(() -> maps(9, 3).read("a")).hasMessageContaining("label 9 at x=0 y=0");
    assertThatThrownBy(() -> maps(3, 9).read("a")).hasMessageContaining("label 9 at x=1 y=0");
  }
}
