package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.formats.FormatException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files by hand: what is refused, and what must not be. */
final class PngChunksTest {
  private static final PngHeader HEADER = new PngHeader(2, 2, 8, PngHeader.GREY, false);
  private static final byte[] DATA = PngFixture.deflated(2, new int[] {1, 2, 3, 4});

  private static void assertRefused(byte[] file, String problem) {
    assertThatThrownBy(() -> LabelPng.decode(file, "x.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage("x.png: " + problem);
  }

  private static PngFixture start() {
    return PngFixture.start(HEADER);
  }

  private static short[] read(byte[] file) {
    return LabelPng.decode(file, "x.png").labels();
  }

  @Test
  void readsPixelsInSeveralChunksBetweenOthersAndBeforeGarbage() {
    byte[] file =
        start()
            .chunk("tEXt", new byte[] {1, 2, 3})
            .chunk("IDAT", Arrays.copyOf(DATA, 3))
            .chunk("IDAT", new byte[0])
            .chunk("IDAT", Arrays.copyOfRange(DATA, 3, DATA.length))
            .chunk("tIME", new byte[7])
            .end();
    assertThat(read(file)).containsExactly(1, 2, 3, 4);
    assertThat(read(Arrays.copyOf(file, file.length + 100))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesEveryFileThatIsCut() {
    byte[] file = start().chunk("IDAT", DATA).end();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> LabelPng.decode(cut, "x.png"))
          .as("%d bytes", length)
          .isInstanceOf(FormatException.class);
    }
    assertThat(read(file)).containsExactly(1, 2, 3, 4);
    assertRefused(new byte[0], "not a PNG file");
    assertRefused(
        Arrays.copyOf(file, file.length - 12), "corrupt PNG file (it ends before its end chunk)");
    assertRefused(
        Arrays.copyOf(file, file.length - 13), "corrupt PNG file (it ends within chunk IDAT)");
  }

  @Test
  void refusesAWrongSignatureAndAWrongChecksum() {
    byte[] file = start().chunk("IDAT", DATA).end();
    file[0]++;
    assertRefused(file, "not a PNG file");
    assertRefused(
        start().chunk("IDAT", DATA, 77).end(),
        "corrupt PNG file (chunk IDAT has another CRC-32 checksum than it says)");
    assertRefused(
        start().chunk("tEXt", DATA, 77).chunk("IDAT", DATA).end(),
        "corrupt PNG file (chunk tEXt has another CRC-32 checksum than it says)");
    byte[] data = DATA.clone();
    data[data.length - 1]++;
    assertRefused(
        start().chunk("IDAT", data).end(),
        "corrupt PNG file (the decompressed data have another Adler-32 checksum than the file"
            + " says)");
  }

  @Test
  void refusesChunksThatContradictOneAnother() {
    assertRefused(start().chunk("IHDR", new byte[13]).end(), "corrupt PNG file (a second header)");
    assertRefused(
        start().chunk("IDAT", DATA).chunk("tEXt", DATA).chunk("IDAT", DATA).end(),
        "corrupt PNG file (pixels in two places)");
    assertRefused(
        start().chunk("IdAT", DATA).end(), "corrupt PNG file (an unknown chunk IdAT of import)");
    assertRefused(
        start().chunk("IDAT", DATA).chunk("IEND", DATA).toByteArray(),
        "corrupt PNG file (an end that is not empty)");
    assertRefused(start().end(), "corrupt PNG file (0 compressed bytes cannot hold 2x2 pixels)");
    assertRefused(
        PngFixture.start(new PngHeader(2, 2, 8, PngHeader.PALETTE, false))
            .chunk("IDAT", DATA)
            .end(),
        "corrupt PNG file (a palette image without a palette)");
    assertRefused(
        start().chunk("PLTE", new byte[4]).end(), "corrupt PNG file (a palette of 4 bytes)");
  }

  @ParameterizedTest
  @CsvSource({"2, 1, too many", "2, 3, too few", "3, 2, too few", "1, 2, too many"})
  void refusesAnotherSizeThanTheDataHave(int width, int height, String howMany) {
    PngHeader header = new PngHeader(width, height, 8, PngHeader.GREY, false);
    assertThatThrownBy(
            () ->
                LabelPng.decode(
                    PngFixture.start(header)
                        .chunk("IDAT", PngFixture.deflated(2, new int[4]))
                        .end(),
                    "x.png"))
        .isInstanceOf(FormatException.class)
        .hasMessage("x.png: corrupt PNG file (the compressed data hold " + howMany + " rows)");
  }

  @Test
  void refusesHugeSizesBeforeAnythingIsAllocated() {
    // 16,384 x 16,384 is the largest image; 15 bytes expand to 15 * 1032 at most.
    byte[] largest =
        PngFixture.start(new PngHeader(16_384, 16_384, 8, PngHeader.GREY, false))
            .chunk("IDAT", new byte[15])
            .end();
    assertRefused(largest, "corrupt PNG file (15 compressed bytes cannot hold 16384x16384 pixels)");
    byte[] larger =
        PngFixture.start(new PngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 0, true))
            .chunk("IDAT", DATA)
            .end();
    assertRefused(larger, "the image has 2147483647x2147483647 pixels, expected at most 268435456");
  }

  @Test
  void refusesHeadersThatNoPngFileHas() {
    String problem = "corrupt PNG file (its header says %s, compression 0, filter 0, interlace 0)";
    PngHeader depth = new PngHeader(2, 2, 3, PngHeader.GREY, false);
    assertRefused(
        PngFixture.start(depth).chunk("IDAT", DATA).end(),
        String.format(Locale.ROOT, problem, "2x2 pixels, 3-bit grey"));
    PngHeader empty = new PngHeader(0, 2, 8, PngHeader.GREY, false);
    assertRefused(
        PngFixture.start(empty).chunk("IDAT", DATA).end(),
        String.format(Locale.ROOT, problem, "0x2 pixels, 8-bit grey"));
    PngHeader wide = new PngHeader(2, 2, 16, PngHeader.PALETTE, false);
    assertRefused(
        PngFixture.start(wide).chunk("IDAT", DATA).end(),
        String.format(Locale.ROOT, problem, "2x2 pixels, 16-bit palette"));
  }
}
