package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.image.RgbImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

/** {@link PhotoPng} against ImageIO. */
final class PhotoPngTest {
  private static final int[] COLOUR_TYPES = {
    PngHeader.GREY, PngHeader.RGB, PngHeader.PALETTE, PngHeader.GREY_ALPHA, PngHeader.RGB_ALPHA
  };

  private final PhotoPng decoder = new PhotoPng();

  private static PngHeader header(Random random) {
    int colourType = COLOUR_TYPES[random.nextInt(COLOUR_TYPES.length)];
    int depth =
        switch (colourType) {
          case PngHeader.GREY -> 1 << random.nextInt(5);
          case PngHeader.PALETTE -> 1 << random.nextInt(4);
          default -> 8 << random.nextInt(2);
        };
    int width = 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 30);
    return new PngHeader(width, 1 + random.nextInt(30), depth, colourType, random.nextInt(4) == 0);
  }

  private static byte[] imageIo(byte[] file) throws IOException {
    return ImageCodec.fromBufferedImage(ImageIO.read(new ByteArrayInputStream(file))).pixels();
  }

  @Test
  void readsEveryKindOfFileAsImageIoDoes() throws IOException {
    Random random = new Random(16);
    for (int i = 0; i < 1_000; i++) {
      RandomPng png = RandomPng.of(random, header(random));
      RgbImage image = decoder.decode(png.file(), "x.png");
      assertThat(image.pixels()).as("%s", png.header()).isEqualTo(imageIo(png.file()));
      assertThat(image.width()).isEqualTo(png.header().width());
      assertThat(
              decoder.size(
                  new MemoryCacheImageInputStream(new ByteArrayInputStream(png.file())), "x.png"))
          .isEqualTo(new ImageSize(png.header().width(), png.header().height()));
    }
  }

  @Test
  void refusesDamagedFilesOrReadsThemAsTheyWere() throws IOException {
    Random random = new Random(17);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      RandomPng png = RandomPng.of(random, header(random));
      byte[] whole = decoder.decode(png.file(), "x.png").pixels();
      byte[] damaged = png.file().clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      try {
        assertThat(decoder.decode(damaged, "x.png").pixels()).isEqualTo(whole);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("x.png: ").hasMessageNotContaining("\n");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(800);
  }

  @Test
  void refusesAnIndexThatThePaletteDoesNotHave() throws IOException {
    byte[] palette = {1, 2, 3, 4, 5, 6};
    byte[] known = PngFixture.png(2, 1, 8, PngHeader.PALETTE, palette, new int[] {1, 0});
    assertThat(decoder.decode(known, "x.png").pixels()).containsExactly(4, 5, 6, 1, 2, 3);
    byte[] unknown = PngFixture.png(2, 1, 8, PngHeader.PALETTE, palette, new int[] {1, 2});
    assertThatThrownBy(() -> decoder.decode(unknown, "x.png"))
        .hasMessage("x.png: corrupt PNG file (a pixel has palette index 2, expected less than 2)");
  }

  @Test
  void isFoundByTheCodec() {
    byte[] start = Arrays.copyOf(PngFixture.empty().toByteArray(), 20);
    assertThatThrownBy(() -> ImageCodec.decode(start, "x.png"))
        .isInstanceOf(IOException.class)
        .hasMessage("x.png: not a PNG file");
    assertThatThrownBy(() -> ImageCodec.size(start, "x.png")).hasMessage("x.png: not a PNG file");
  }

  @Test
  void predictsAsPaethDoesForEveryNeighbourhood() {
    for (int left = 0; left < 256; left++) {
      for (int up = 0; up < 256; up++) {
        for (int corner = 0; corner < 256; corner++) {
          if (Unfilter.predictAtOnce(left, up, corner) != Unfilter.predict(left, up, corner)) {
            throw new AssertionError("left " + left + ", up " + up + ", corner " + corner);
          }
        }
      }
    }
  }
}
