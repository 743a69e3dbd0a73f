package io.github.segbench.formats.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IdTableTest {
  private static final Map<Integer, Integer> IDS = Map.of(0, 5, 1, 7, 2, 5, 9, 65535, 65535, 0);

  private static LabelMap map(int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return new LabelMap(2, ids.length / 2, labels);
  }

  @Test
  void givesEachNumberItsId() {
    IdTable table = new IdTable(IDS, IdTable.NONE);
    assertThat(table.apply(map(0, 0, 1, 2, 9, 65535), "a")).isEqualTo(map(5, 5, 7, 5, 65535, 0));
  }

  @Test
  void givesAllOthersOneId() {
    assertThat(new IdTable(IDS, 3).apply(map(3, 0, 65534, 1), "a")).isEqualTo(map(3, 5, 3, 7));
  }

  @Test
  void namesTheFirstPixelThatStandsForNothing() {
    IdTable table = new IdTable(IDS, IdTable.NONE);
    assertThatThrownBy(() -> table.apply(map(0, 0, 1, 3), "a.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage("a.png: label 3 at x=1 y=1, expected one of 0..2, 9, 65535");
  }
}
