package io.github.segbench.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageCodecTest {
  @Test
  void pngKeepsEveryByte() throws IOException {
    byte[] pixels = new byte[7 * 5 * 3];
    new Random(4).nextBytes(pixels);
    RgbImage image = new RgbImage(7, 5, pixels);
    RgbImage back = ImageCodec.decode(ImageCodec.encodePng(image), "test.png");
    assertThat(back.width()).isEqualTo(7);
    assertThat(back.pixels()).isEqualTo(pixels);
  }

  @Test
  void readsTheChannelsInTheOrderRedGreenBlue() {
    BufferedImage source = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    source.setRGB(0, 0, 0x010203);
    source.setRGB(1, 0, 0xFF8000);
    assertThat(ImageCodec.fromBufferedImage(source).pixels()).containsExactly(1, 2, 3, 255, 128, 0);
  }

  @Test
  void keepsGreyValuesAsTheyAre() {
    BufferedImage plain = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    plain.getRaster().setSample(0, 0, 0, 128);
    assertThat(ImageCodec.fromBufferedImage(plain).pixels()).containsExactly(128, 128, 128);
  }

  @Test
  void keepsGreyValuesBesideAlphaAsTheyAre() throws IOException {
    ComponentColorModel greyAndAlpha =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = greyAndAlpha.createCompatibleWritableRaster(2, 1);
    raster.setPixel(0, 0, new int[] {128, 255});
    raster.setPixel(1, 0, new int[] {200, 51});
    BufferedImage image = new BufferedImage(greyAndAlpha, raster, false, null);
    assertThat(ImageCodec.decode(JpegFile.written(image, "png"), "grey.png").pixels())
        .containsExactly(128, 128, 128, 200, 200, 200);
  }

  @Test
  void leavesAlphaOut() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x800A141E);
    image.setRGB(1, 0, 0xFF281E14);
    for (String format : List.of("png", "tif")) {
      assertThat(ImageCodec.decode(JpegFile.written(image, format), "alpha").pixels())
          .as(format)
          .containsExactly(10, 20, 30, 40, 30, 20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tif"})
  void readsEveryByteOfALosslessFormat(String format) throws IOException {
    byte[] pixels = new byte[7 * 5 * 3];
    new Random(4).nextBytes(pixels);
    BufferedImage image = ImageCodec.toBufferedImage(new RgbImage(7, 5, pixels));
    byte[] file = JpegFile.written(image, format);
    assertThat(ImageCodec.decode(file, format).pixels()).isEqualTo(pixels);
    assertThat(ImageCodec.size(file, format)).isEqualTo(new ImageSize(7, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tif"})
  void readsPalettesAndGrey(String format) throws IOException {
    byte[] red = {9, 1};
    byte[] green = {8, 2};
    byte[] blue = {7, 3};
    IndexColorModel palette = new IndexColorModel(1, 2, red, green, blue);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    assertThat(ImageCodec.decode(JpegFile.written(image, format), format).pixels())
        .containsExactly(9, 8, 7, 1, 2, 3);
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 77);
    grey.getRaster().setSample(1, 0, 0, 200);
    assertThat(ImageCodec.decode(JpegFile.written(grey, format), format).pixels())
        .containsExactly(77, 77, 77, 200, 200, 200);
  }

  /** Of 0x12FF it is 0x12, not the nearest value, which would be 0x13. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void takesTheUpperEightOfSixteenBits(String format) throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSample(0, 0, 0, 0x12FF);
    grey.getRaster().setSample(1, 0, 0, 0xFFFF);
    assertThat(ImageCodec.decode(JpegFile.written(grey, format), format).pixels())
        .containsExactly(0x12, 0x12, 0x12, 255, 255, 255);
    ComponentColorModel deep =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = deep.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {0x0100, 0x7FFF, 0xFEFF});
    BufferedImage image = new BufferedImage(deep, raster, false, null);
    assertThat(ImageCodec.decode(JpegFile.written(image, format), format).pixels())
        .containsExactly(1, 0x7F, 0xFE);
  }

  /** The greys 20 and 90 beside one another, or their complements where white is zero. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 2, 20, 90",
    "1, 3, 2, 90, 20",
    "1, 6, 1, 20, 90",
    "1, 8, 1, 90, 20",
    "0, 1, 2, 235, 165"
  })
  void readsTiffAsItsTagsSay(int photometric, int orientation, int width, int first, int second)
      throws IOException {
    byte[] file = tiff(photometric, orientation);
    RgbImage image = ImageCodec.decode(file, "x.tif");
    assertThat(image.width()).isEqualTo(width);
    assertThat(ImageCodec.size(file, "x.tif")).isEqualTo(new ImageSize(width, 3 - width));
    byte[] expected = {
      (byte) first, (byte) first, (byte) first, (byte) second, (byte) second, (byte) second
    };
    assertThat(image.pixels()).isEqualTo(expected);
  }

  private static byte[] tiff(int photometric, int orientation) {
    int[][] tags = {
      {256, 2}, // width
      {257, 1}, // height
      {258, 8}, // bits
      {259, 1}, // not compressed
      {262, photometric},
      {273, 8}, // where the pixels are
      {274, orientation},
      {277, 1}, // samples
      {278, 1}, // rows
      {279, 2} // bytes
    };
    ByteBuffer bytes = ByteBuffer.allocate(12 + 12 * tags.length + 4);
    bytes.putShort((short) 0x4D4D).putShort((short) 42).putInt(10).put((byte) 20).put((byte) 90);
    bytes.putShort((short) tags.length);
    for (int[] tag : tags) {
      bytes.putShort((short) tag[0]).putShort((short) 3).putInt(1);
      bytes.putShort((short) tag[1]).putShort((short) 0);
    }
    return bytes.array();
  }

  @Test
  void readsPixelsPackedIntoSixteenBits() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_565_RGB);
    image.getRaster().setDataElements(0, 0, new short[] {(short) (31 << 11 | 21)});
    // 21 of 31 is 172.7 of 255.
    assertThat(ImageCodec.fromBufferedImage(image).pixels()).containsExactly(255, 0, 173);
  }

  @Test
  void refusesSamplesThatAreNoLevels() {
    BandedSampleModel floats = new BandedSampleModel(DataBuffer.TYPE_FLOAT, 1, 1, 1);
    ComponentColorModel grey =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    WritableRaster raster = Raster.createWritableRaster(floats, null);
    BufferedImage image = new BufferedImage(grey, raster, false, null);
    assertThatThrownBy(() -> ImageCodec.decode(JpegFile.written(image, "tif"), "depth.tif"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("depth.tif: ")
        .hasMessageContaining("1 samples of 32 bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "gif", "tif"})
  void refusesFilesOfOtherFormatsThatAreCutShort(String format) throws IOException {
    byte[] pixels = new byte[40 * 30 * 3];
    new Random(6).nextBytes(pixels);
    BufferedImage image = ImageCodec.toBufferedImage(new RgbImage(40, 30, pixels));
    byte[] file = JpegFile.written(image, format);
    for (int length = 4; length < file.length - 8; length += 1 + length / 10) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> ImageCodec.decode(cut, "cut." + format))
          .as("%d of %d bytes", length, file.length)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cut." + format + ": ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "gif", "tif"})
  void namesFilesOfOtherFormatsThatAreDamaged(String format) throws IOException {
    byte[] pixels = new byte[40 * 30 * 3];
    Random random = new Random(6);
    random.nextBytes(pixels);
    BufferedImage image = ImageCodec.toBufferedImage(new RgbImage(40, 30, pixels));
    byte[] file = JpegFile.written(image, format);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = file.clone();
      boolean early = i % 3 > 0;
      int at = early ? random.nextInt(60) : file.length - 1 - random.nextInt(300);
      damaged[at] = (byte) random.nextInt();
      try {
        ImageSize size = ImageCodec.size(damaged, "x");
        RgbImage read = ImageCodec.decode(damaged, "x");
        assertThat(new ImageSize(read.width(), read.height())).isEqualTo(size);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("x: ");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatThrownBy(() -> ImageCodec.size(Path.of("nowhere", "a.png")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Path.of("nowhere", "a.png") + ": cannot be read");
  }

  @Test
  void readsASubImageByItsOwnPixels() {
    BufferedImage whole = new BufferedImage(4, 2, BufferedImage.TYPE_3BYTE_BGR);
    whole.setRGB(3, 1, 0x0A0B0C);
    RgbImage corner = ImageCodec.fromBufferedImage(whole.getSubimage(3, 1, 1, 1));
    assertThat(corner.pixels()).containsExactly(10, 11, 12);
  }

  @Test
  void namesAFileThatIsNoImage() {
    assertThatThrownBy(
            () -> ImageCodec.decode("hello".getBytes(StandardCharsets.UTF_8), "notes.txt"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("notes.txt: not an image");
  }

  @Test
  void namesAnImageThatIsCutShort() throws IOException {
    byte[] png = ImageCodec.encodePng(new RgbImage(64, 64, new byte[64 * 64 * 3]));
    byte[] half = Arrays.copyOf(png, png.length / 2);
    assertThatThrownBy(() -> ImageCodec.decode(half, "cut.png"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cut.png: corrupt image");
  }
}
