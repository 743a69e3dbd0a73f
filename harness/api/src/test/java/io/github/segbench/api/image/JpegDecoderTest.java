package io.github.segbench.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JpegDecoderTest {
  private static final int APP1 = 0xFFE1;
  private static final int APP2 = 0xFFE2;

  /**
   * 16x8 pixels of CMYK, of ink (0, 0, 0, 0) left and (200, 40, 10, 30) right, by Pillow 9.4:
   * {@code image.save(file, "JPEG", quality=95, optimize=True)}, which writes an Adobe segment and
   * 255 for no ink.
   */
  private static final byte[] CMYK =
      Base64.getDecoder()
          .decode(
              "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJ"
                  + "CAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABgAAQAD"
                  + "AQAAAAAAAAAAAAAAAAkGBwgK/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwB/"
                  + "D+H8P4432X0XUO//2Q==");

  /**
   * 8x8 pixels of (201, 40, 90), not subsampled, by Pillow 9.4, the JFIF segment cut out by hand:
   * nothing says that it is YCbCr, but that all JPEG files are.
   */
  private static final byte[] NO_JFIF =
      Base64.getDecoder()
          .decode(
              "/9j/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoK"
                  + "BggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK"
                  + "CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAA"
                  + "AAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAECf/EABQR"
                  + "AQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ADuOpg//2Q==");

  private static RgbImage decode(byte[] jpeg) throws IOException {
    return ImageCodec.decode(jpeg, "photo.jpg");
  }

  private static int[] pixel(RgbImage image, int x, int y) {
    return new int[] {image.channel(x, y, 0), image.channel(x, y, 1), image.channel(x, y, 2)};
  }

  private static byte[] noise(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return JpegFile.written(image, "jpeg");
  }

  /** The file has the greys 10, 50, 90 above 130, 170, 210. */
  @ParameterizedTest
  @CsvSource({
    "1, 10 50 90 / 130 170 210",
    "2, 90 50 10 / 210 170 130",
    "3, 210 170 130 / 90 50 10",
    "4, 130 170 210 / 10 50 90",
    "5, 10 130 / 50 170 / 90 210",
    "6, 130 10 / 170 50 / 210 90",
    "7, 210 90 / 170 50 / 130 10",
    "8, 90 210 / 50 170 / 10 130",
    "9, 10 50 90 / 130 170 210",
    "0, 10 50 90 / 130 170 210"
  })
  void turnsAnImageAsExifSays(int orientation, String shown, @TempDir Path folder)
      throws IOException {
    int[][] expected =
        Arrays.stream(shown.split(" / "))
            .map(row -> Arrays.stream(row.split(" ")).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new);
    byte[] plain = JpegFile.blocks(3, 10, 50, 90, 130, 170, 210);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] jpeg = JpegFile.with(plain, APP1, JpegFile.exif(order, orientation));
      assertThat(JpegFile.greys(decode(jpeg))).isDeepEqualTo(expected);
      ImageSize size = new ImageSize(8 * expected[0].length, 8 * expected.length);
      assertThat(ImageCodec.size(jpeg, "photo.jpg")).isEqualTo(size);
      Path file = Files.write(folder.resolve("photo.jpg"), jpeg);
      assertThat(ImageCodec.size(file)).isEqualTo(size);
    }
  }

  @Test
  void takesAnImageWithBrokenExifAsItLies() throws IOException {
    byte[] plain = JpegFile.blocks(3, 10, 50, 90, 130, 170, 210);
    byte[] exif = JpegFile.exif(ByteOrder.BIG_ENDIAN, 6);
    Random random = new Random(3);
    for (int length = 6; length < 6 + 8 + 2 + 12 + 12; length++) {
      byte[] cut = Arrays.copyOf(exif, length);
      assertThat(decode(JpegFile.with(plain, APP1, cut)).width())
          .as("%d bytes", length)
          .isEqualTo(24);
      byte[] damaged = exif.clone();
      damaged[6 + random.nextInt(10)] ^= (byte) (1 + random.nextInt(255));
      assertThat(decode(JpegFile.with(plain, APP1, damaged)).pixels()).hasSize(24 * 16 * 3);
    }
  }

  /** C, M, Y of 200, 40, 10 and K of 30: red is 55 x 225 / 255 = 48.5, and so on. */
  @Test
  void readsCmykAsPillowDoes() throws IOException {
    RgbImage image = decode(CMYK);
    assertThat(pixel(image, 4, 4)).containsExactly(255, 255, 255);
    assertThat(pixel(image, 12, 4)).containsExactly(49, 190, 216);
  }

  /** The bytes of {@link #CMYK} said to be YCCK; the numbers are Pillow's. */
  @Test
  void readsYcckAsPillowDoes() throws IOException {
    byte[] ycck = CMYK.clone();
    ycck[2 + 4 + 11] = 2;
    RgbImage image = decode(ycck);
    assertThat(pixel(image, 4, 4)).containsExactly(0, 134, 0);
    assertThat(pixel(image, 12, 4)).containsExactly(32, 225, 41);
  }

  @Test
  void takesThreeComponentsForYcbcrWhereNothingSaysSo() throws IOException {
    assertThat(pixel(decode(NO_JFIF), 3, 3)).containsExactly(201, 40, 90);
  }

  @Test
  void appliesNoColourProfile() throws IOException {
    byte[] jpeg = noise(24, 16);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII));
    segment.writeBytes(profile);
    // The JFIF segment must stay the first one.
    byte[] rest = Arrays.copyOfRange(jpeg, 18, jpeg.length);
    rest = concat(new byte[] {-1, (byte) 0xD8}, rest);
    byte[] tagged =
        concat(Arrays.copyOf(jpeg, 20), tail(JpegFile.with(rest, APP2, segment.toByteArray())));
    assertThat(decode(tagged).pixels()).isEqualTo(decode(jpeg).pixels());
  }

  private static byte[] tail(byte[] jpeg) {
    // Of the segment that was put in, and of what follows the two bytes before it.
    return Arrays.copyOfRange(jpeg, 2, jpeg.length);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void refusesAnImageThatIsCutShort() throws IOException {
    byte[] jpeg = noise(64, 48);
    for (int length = 3; length < jpeg.length; length += length < 700 ? 1 : 97) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> decode(cut))
          .as("%d of %d bytes", length, jpeg.length)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("photo.jpg: corrupt image")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void refusesDamageOrReadsAnImageOfTheSameSize() throws IOException {
    byte[] jpeg = noise(64, 48);
    Random random = new Random(9);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = jpeg.clone();
      damaged[3 + random.nextInt(i % 2 == 0 ? 700 : jpeg.length - 3)] = (byte) random.nextInt();
      try {
        ImageSize size = ImageCodec.size(damaged, "photo.jpg");
        RgbImage image = decode(damaged);
        assertThat(new ImageSize(image.width(), image.height())).isEqualTo(size);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("photo.jpg: ");
        refused++;
      }
    }
    assertThat(refused).isBetween(25, 475);
  }

  @Test
  void refusesAnImageThatIsTooLarge() throws IOException {
    byte[] jpeg = JpegFile.blocks(1, 7);
    int frame = 0;
    while (jpeg[frame] != -1 || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) -1);
    assertThatThrownBy(() -> decode(jpeg))
        .hasMessageContaining("it has 65535x65535 pixels, expected at most 268435456");
  }
}
