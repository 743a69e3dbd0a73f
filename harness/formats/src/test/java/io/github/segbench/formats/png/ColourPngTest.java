package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColourPngTest {
  private static final byte[] NO_PALETTE = {};

  private static int[] colours(byte[] png) {
    return ColourPng.decode(png, "label.png").colours();
  }

  private static AbstractThrowableAssert<?, ?> failure(byte[] png) {
    return assertThatThrownBy(() -> colours(png)).isInstanceOf(FormatException.class);
  }

  @Test
  void takesColoursAsTheyStandInTheFile() {
    int[] rgb = {128, 0, 64, 255, 255, 254};
    assertThat(colours(PngFixture.png(2, 1, 8, PngHeader.RGB, NO_PALETTE, rgb)))
        .containsExactly(0x800040, 0xFFFFFE);
  }

  @Test
  void looksUpIndicesInThePalette() {
    byte[] palette = {0, 0, 0, (byte) 0xC0, 0x40, 1};
    // Two bits a pixel, the first one highest: 01 00 01 01.
    byte[] png = PngFixture.png(4, 1, 2, PngHeader.PALETTE, palette, new int[] {0b01_00_01_01});
    assertThat(colours(png)).containsExactly(0xC04001, 0, 0xC04001, 0xC04001);
    byte[] beyond = PngFixture.png(4, 1, 2, PngHeader.PALETTE, palette, new int[] {0b01_00_10_01});
    failure(beyond)
        .hasMessage(
            "label.png: corrupt PNG file (a pixel has palette index 2, expected less than 2)");
  }

  @Test
  void spreadsGreyOfFewBitsFromBlackToWhite() {
    byte[] png = PngFixture.png(4, 1, 2, PngHeader.GREY, NO_PALETTE, new int[] {0b00_01_10_11});
    // 255 / 3 = 85 = 0x55
    assertThat(colours(png)).containsExactly(0, 0x555555, 0xAAAAAA, 0xFFFFFF);
  }

  @Test
  void refusesSamplesOf16Bits() {
    failure(PngFixture.png(1, 1, 16, PngHeader.RGB, NO_PALETTE, new int[6]))
        .hasMessage("label.png: labels are 16-bit RGB, expected 8-bit colours");
  }

  @ParameterizedTest
  @CsvSource({"2, 8", "3, 1", "3, 2", "3, 4", "3, 8", "6, 8"})
  void agreesWithTheJavaRuntimeOnRandomFiles(int colourType, int depth) throws IOException {
    Random random = new Random(depth);
    for (int i = 0; i < 40; i++) {
      PngHeader header =
          new PngHeader(
              1 + random.nextInt(40), 1 + random.nextInt(20), depth, colourType, i % 4 == 0);
      RandomPng png = RandomPng.of(random, header);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.file()));
      int[] expected = image.getRGB(0, 0, header.width(), header.height(), null, 0, header.width());
      for (int pixel = 0; pixel < expected.length; pixel++) {
        expected[pixel] &= 0xFFFFFF;
      }
      assertThat(colours(png.file())).isEqualTo(expected);
    }
  }

  @Test
  void refusesDamagedFiles() {
    byte[] png = PngFixture.png(2, 1, 8, PngHeader.RGB, NO_PALETTE, new int[6]);
    png[png.length - 20]++;
    failure(png).hasMessageContaining("label.png: corrupt PNG file");
  }
}
