package io.github.segbench.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

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
    // Over black: 200 x 51 / 255 = 40.
    raster.setPixel(1, 0, new int[] {200, 51});
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(greyAndAlpha, raster, false, null), "png", png);
    assertThat(ImageCodec.decode(png.toByteArray(), "grey.png").pixels())
        .containsExactly(128, 128, 128, 40, 40, 40);
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
