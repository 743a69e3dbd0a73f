package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.formats.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PanopticPngTest {
  private static final byte[] NO_PALETTE = {};

  @Test
  void takesRedAsTheLowestByte() {
    int[] rows = {0, 0, 0, 1, 2, 3, 255, 255, 255};
    byte[] png = PngFixture.png(3, 1, 8, PngHeader.RGB, NO_PALETTE, rows);
    SegmentIdMap map = PanopticPng.decode(png, "map.png");
    // 1 + 256 * 2 + 65536 * 3 = 197121
    assertThat(map.ids()).containsExactly(0, 197121, 16777215);
    assertThat(map.width()).isEqualTo(3);
    assertThat(map.height()).isEqualTo(1);
  }

  @Test
  void writesWhatItReads() {
    int[] ids = {0, 1, 255, 256, 65535, 65536, 16777215, 3, 4, 5};
    byte[] png = PanopticPng.encode(new PanopticSegmentation(5, 2, ids, List.of()));
    SegmentIdMap map = PanopticPng.decode(png, "map.png");
    assertThat(map.ids()).containsExactly(ids);
    assertThat(map.width()).isEqualTo(5);
  }

  @Test
  void refusesMapsThatAreNotRgb() {
    byte[] grey = PngFixture.png(1, 1, 8, PngHeader.GREY, NO_PALETTE, new int[] {9});
    assertThatThrownBy(() -> PanopticPng.decode(grey, "map.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "map.png: panoptic map is 8-bit grey,"
                + " expected 8-bit RGB with id = R + 256 G + 65536 B");
  }
}
