package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelPngTest {
  private static final byte[] NO_PALETTE = {};

  /**
   * A palette whose entry i is a colour that has nothing to do with i; entries 0 and 1 are equal.
   */
  private static byte[] palette(int entries) {
    byte[] palette = new byte[entries * 3];
    for (int i = 3; i < palette.length; i++) {
      palette[i] = (byte) (i < 6 ? 0 : 255 - 7 * i);
    }
    return palette;
  }

  private static int[] read(byte[] png) {
    LabelMap map = LabelPng.decode(png, "labels.png");
    int[] ids = new int[map.width() * map.height()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = map.at(i % map.width(), i / map.width());
    }
    return ids;
  }

  @Test
  void reads4BitPaletteIndicesAndNotTheirColours() {
    // Two pixels a byte, the left one in the high bits; the last half byte of a row is padding.
    int[] rows = {0x01, 0x20, 0xF0, 0xE0};
    byte[] png = PngFixture.png(3, 2, 4, PngHeader.PALETTE, palette(16), rows);
    assertThat(read(png)).containsExactly(0, 1, 2, 15, 0, 14);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "8, 256"})
  void readsPaletteIndicesOfEveryDepth(int depth, int entries) {
    int perByte = 8 / depth;
    int[] rows = {0b10110100, 0b01110010};
    byte[] png = PngFixture.png(perByte, 2, depth, PngHeader.PALETTE, palette(entries), rows);
    int[] expected = new int[2 * perByte];
    for (int i = 0; i < expected.length; i++) {
      int shift = 8 - depth - i % perByte * depth;
      expected[i] = rows[i / perByte] >> shift & (entries - 1);
    }
    assertThat(read(png)).containsExactly(expected);
  }

  @Test
  void readsGreyValuesWithoutStretchingOrGamma() {
    byte[] eight = PngFixture.png(4, 1, 8, PngHeader.GREY, NO_PALETTE, new int[] {0, 1, 11, 255});
    assertThat(read(eight)).containsExactly(0, 1, 11, 255);
    byte[] four = PngFixture.png(4, 1, 4, PngHeader.GREY, NO_PALETTE, new int[] {0x01, 0x7F});
    assertThat(read(four)).containsExactly(0, 1, 7, 15);
    byte[] one = PngFixture.png(8, 1, 1, PngHeader.GREY, NO_PALETTE, new int[] {0b10000001});
    assertThat(read(one)).containsExactly(1, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void reads16BitGreyValuesAsUnsigned() {
    int[] rows = {0x00, 0xFF, 0x80, 0x01, 0xFF, 0xFF};
    byte[] png = PngFixture.png(3, 1, 16, PngHeader.GREY, NO_PALETTE, rows);
    // 0x8001 = 32769
    assertThat(read(png)).containsExactly(255, 32769, 65535);
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 8-bit RGB", "4, 2, 8-bit grey with alpha", "6, 4, 8-bit RGB with alpha"})
  void refusesColoursInsteadOfGuessingIds(int colourType, int channels, String kind) {
    byte[] png = PngFixture.png(1, 1, 8, colourType, NO_PALETTE, new int[channels]);
    assertThatThrownBy(() -> LabelPng.decode(png, "a/b.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "a/b.png: labels are " + kind + ", expected one channel of ids (grey or palette)");
  }

  @Test
  void writesWhatItReads() {
    Random random = new Random(1);
    short[] ids = new short[35 * 21];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) random.nextInt(256);
    }
    byte[] narrow = LabelPng.encode(new LabelMap(35, 21, ids));
    LabelMap read = LabelPng.decode(narrow, "narrow");
    assertThat(read).isEqualTo(new LabelMap(35, 21, ids));
    assertThat(read.hasBytes()).isTrue();
    assertThat(LabelPng.encode(read)).isEqualTo(narrow);
    assertThat(PngHeader.of(narrow, "narrow"))
        .isEqualTo(new PngHeader(35, 21, 8, PngHeader.GREY, false));
    ids[7] = (short) 65535;
    byte[] wide = LabelPng.encode(new LabelMap(35, 21, ids));
    assertThat(LabelPng.decode(wide, "wide")).isEqualTo(new LabelMap(35, 21, ids));
    assertThat(LabelPng.decode(wide, "wide").hasBytes()).isFalse();
    assertThat(PngHeader.of(wide, "wide"))
        .isEqualTo(new PngHeader(35, 21, 16, PngHeader.GREY, false));
  }

  @Test
  void writesIdsAsPaletteIndicesWithTheColoursOfTheLabelSet() throws IOException {
    LabelSet voc =
        new LabelSet(
            "voc",
            List.of(
                new Category(0, "background", false, 0x000000),
                new Category(1, "aeroplane", true, 0x800000),
                new Category(2, "bicycle", true, 0x008040)),
            255);
    LabelMap map = new LabelMap(3, 2, new short[] {0, 1, 2, 255, 1, 0});
    byte[] png = LabelPng.encodePalette(map, voc);
    assertThat(LabelPng.decode(png, "voc")).isEqualTo(map);
    assertThat(PngHeader.of(png, "voc"))
        .isEqualTo(new PngHeader(3, 2, 8, PngHeader.PALETTE, false));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF000000);
    assertThat(image.getRGB(1, 0)).isEqualTo(0xFF800000);
    assertThat(image.getRGB(2, 0)).isEqualTo(0xFF008040);
    // No category: VOC's own colour of 255.
    assertThat(image.getRGB(0, 1)).isEqualTo(0xFFE0E0C0);
    assertThat(LabelPng.encodePalette(LabelPng.decode(png, "voc"), voc)).isEqualTo(png);
    LabelMap wide = new LabelMap(3, 2, new short[] {0, 0, 0, 0, 256, 0});
    assertThatThrownBy(() -> LabelPng.encodePalette(wide, voc))
        .isInstanceOf(FormatException.class)
        .hasMessage("label 256 at x=1 y=1, expected at most 255 in a palette PNG");
  }

  @Test
  void leavesNothingOfTheMapBeforeInAnArrayThatIsUsedAgain() {
    LabelPngDecoder decoder = new LabelPngDecoder();
    LabelMap full = new LabelMap(9, 2, filled(18, 7));
    LabelMap empty = new LabelMap(9, 2, filled(18, 0));
    LabelMap tall = new LabelMap(2, 9, filled(18, 3));
    LabelMap small = new LabelMap(2, 2, filled(4, 300));
    for (LabelMap map : List.of(full, empty, tall, small, full)) {
      assertThat(decoder.decode(LabelPng.encode(map), "map")).isEqualTo(map);
    }
  }

  private static short[] filled(int length, int id) {
    short[] ids = new short[length];
    Arrays.fill(ids, (short) id);
    return ids;
  }

  @Test
  void namesTheFileThatIsNoImage(@TempDir Path folder) {
    Path missing = folder.resolve("gone.png");
    assertThatThrownBy(() -> LabelPng.read(missing))
        .isInstanceOf(FormatException.class)
        .hasMessage(missing + ": no such file");
    byte[] text = "this is no image, however long it may become".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> LabelPng.decode(text, "note.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage("note.png: not a PNG file");
    byte[] whole = PngFixture.png(50, 50, 8, PngHeader.GREY, NO_PALETTE, noise(2500));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> LabelPng.decode(cut, "cut.png"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("cut.png: corrupt PNG file");
  }

  private static int[] noise(int length) {
    return new Random(2).ints(length, 0, 256).toArray();
  }
}
