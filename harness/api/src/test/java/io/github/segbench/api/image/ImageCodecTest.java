package io.github.segbench.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
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
