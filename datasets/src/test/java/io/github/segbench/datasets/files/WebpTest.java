package io.github.segbench.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.image.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * WebP by the plug-in that comes with the data sets. The files were made by Pillow 9.4: 16x16
 * pixels, (250, 20, 30) in the left half, (10, 200, 40) in the right one.
 */
final class WebpTest {
  /** {@code image.save(file, "WEBP", lossless=True)}. */
  private static final String LOSSLESS =
      "UklGRioAAABXRUJQVlA4TB0AAAAvD8ADAA9wCtpD6F/BY/7DA2LBZP7S3RlE9D90AQA=";

  /** {@code image.save(file, "WEBP", lossless=True, exact=True)}, the upper half with alpha 128. */
  private static final String ALPHA =
      "UklGRkIAAABXRUJQVlA4TDYAAAAvD8ADEB8gEEiC2J9iWLFgMoT8UbvEgineHUQCEsJzWS760QUEYbbRJCc5yXufQUT/"
          + "Q+uD7QM=";

  /** {@code image.save(file, "WEBP", quality=90)}. */
  private static final String LOSSY =
      "UklGRkQAAABXRUJQVlA4IDgAAAAQAgCdASoQABAAAMASJaACdLoB+AH4gAPIAP7wCT//UJ4/9jN+I8t/yg//nN77hh/n"
          + "N7/tsIAAAA==";

  private static void assertHalves(String base64, int tolerance) throws IOException {
    byte[] file = Base64.getDecoder().decode(base64);
    RgbImage image = ImageCodec.decode(file, "photo.webp");
    assertThat(ImageCodec.size(file, "photo.webp")).isEqualTo(new ImageSize(16, 16));
    int[][] expected = {{250, 20, 30}, {10, 200, 40}};
    for (int y : new int[] {3, 12}) {
      for (int half = 0; half < 2; half++) {
        for (int c = 0; c < 3; c++) {
          assertThat(image.channel(3 + 9 * half, y, c))
              .isCloseTo(expected[half][c], Offset.offset(tolerance));
        }
      }
    }
  }

  @Test
  void readsLosslessFilesToTheValue() throws IOException {
    assertHalves(LOSSLESS, 0);
  }

  @Test
  void leavesAlphaOut() throws IOException {
    assertHalves(ALPHA, 0);
  }

  @Test
  void readsLossyFiles() throws IOException {
    assertHalves(LOSSY, 3);
  }

  @Test
  void refusesFilesThatAreCutShort() {
    for (String base64 : new String[] {LOSSLESS, LOSSY}) {
      byte[] file = Base64.getDecoder().decode(base64);
      for (int length = 1; length < file.length - 8; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> ImageCodec.decode(cut, "cut.webp"))
            .as("%d of %d bytes", length, file.length)
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("cut.webp: ");
      }
    }
  }
}
