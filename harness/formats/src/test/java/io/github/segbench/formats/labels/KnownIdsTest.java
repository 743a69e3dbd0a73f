package io.github.segbench.formats.labels;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownIdsTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "two",
          List.of(new Category(3, "road", false, 0), new Category(40_000, "car", true, 1)),
          65_535);

  @Test
  void takesVoidForKnown() {
    short[] ids = {3, 3, (short) 40_000, (short) 65_535, 3, 3};
    assertThatCode(() -> KnownIds.require(new LabelMap(3, 2, ids), LABELS, "a.png"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "2, 2, 0", "3, 0, 1", "5, 2, 1"})
  void namesTheFirstUnknownIdWhereverItStands(int pixel, int x, int y) {
    short[] ids = {3, 3, 3, 3, 3, 3};
    ids[pixel] = (short) 40_001;
    assertThatThrownBy(() -> KnownIds.require(new LabelMap(3, 2, ids), LABELS, "a.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage("a.png: label 40001 at x=" + x + " y=" + y + " is not in labels 'two'");
  }
}
