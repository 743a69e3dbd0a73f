package io.github.segbench.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IdMasksTest {
  /** The naive twin: a bitmap for each id. */
  private static Mask naive(LabelMap map, int id) {
    boolean[] bitmap = new boolean[map.width() * map.height()];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = map.at(i % map.width(), i / map.width()) == id;
    }
    return Mask.ofBitmap(map.width(), map.height(), bitmap);
  }

  @Test
  void agreesWithBitmapsOnRandomMaps() {
    Random random = new Random(8);
    for (int round = 0; round < 20_000; round++) {
      int width = 1 + random.nextInt(round % 50 == 0 ? 70 : 8);
      int height = 1 + random.nextInt(8);
      int distinct = 1 + random.nextInt(4);
      short[] pixels = new short[width * height];
      for (int i = 0; i < pixels.length; i++) {
        // Ids above 32767 are negative shorts.
        pixels[i] = (short) (random.nextInt(distinct) * 21845);
      }
      LabelMap map = new LabelMap(width, height, pixels);
      int[] ids = {65535, 0, 43690, 7};
      List<Mask> masks = IdMasks.of(map, ids);
      for (int i = 0; i < ids.length; i++) {
        assertThat(masks.get(i)).isEqualTo(naive(map, ids[i]));
      }
    }
  }

  @Test
  void givesThoseThatOccurAndAreWantedByAscendingId() {
    LabelMap map = new LabelMap(3, 2, new short[] {-1, 0, 7, -1, 7, 7});
    assertThat(IdMasks.byId(map, id -> id != 0))
        .containsExactly(entry(7, naive(map, 7)), entry(65535, naive(map, 65535)));
    assertThat(IdMasks.byId(map, id -> id == 3)).isEmpty();
  }

  @Test
  void givesNoMasksForNoIds() {
    assertThat(IdMasks.of(new LabelMap(1, 1, new short[1]), new int[0])).isEmpty();
  }
}
