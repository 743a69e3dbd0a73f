package io.github.segbench.datasets.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.npy.NpyLabels;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelFilesTest {
  private static final int[] COLOURS = {0x800000, 0x008000, 0xFEFFFF, 0x000001, 0x404080, 0};
  private static final int[] INDICES = {3, 0, 1, 2, 2, 3, 17, 0, 1, 255, 254, 3};

  /** Of 256 colours: Java misplaces the pixels of BMP files that it writes with 4 colours. */
  private static final int[] PALETTE =
      IntStream.range(0, 256).map(i -> i << 16 | i << 8 | (255 - i)).toArray();

  @TempDir private Path folder;

  private static int[] values(Path file) {
    LabelMap map = PixelValues.read(file);
    int[] values = new int[map.width() * map.height()];
    Arrays.setAll(values, map::at);
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void readsColoursToTheBit(String kind) throws IOException {
    Path file = DrawnImages.write(folder.resolve("a." + kind), DrawnImages.rgb(3, COLOURS));
    assertThat(PixelColours.read(file).colours()).containsExactly(COLOURS);
    assertThat(PixelColours.read(file).width()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void readsPalettesAsIndicesOrAsColours(String kind) throws IOException {
    Path file =
        DrawnImages.write(folder.resolve("a." + kind), DrawnImages.palette(2, PALETTE, INDICES));
    assertThat(values(file)).containsExactly(INDICES);
    assertThat(PixelColours.read(file).colours())
        .containsExactly(Arrays.stream(INDICES).map(index -> PALETTE[index]).toArray());
  }

  @Test
  void refusesGifFilesThatJavaMisreads() throws IOException {
    Path file =
        DrawnImages.write(folder.resolve("a.gif"), DrawnImages.palette(3, PALETTE, INDICES));
    assertThatThrownBy(() -> PixelValues.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": a GIF file of fewer than 5 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void readsGreyOf16Bits(String kind) throws IOException {
    Path file =
        DrawnImages.write(folder.resolve("a." + kind), DrawnImages.grey(2, 0, 65535, 7, 300));
    assertThat(values(file)).containsExactly(0, 65535, 7, 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void takesNoColoursForValues(String kind) throws IOException {
    Path file = DrawnImages.write(folder.resolve("a." + kind), DrawnImages.rgb(3, COLOURS));
    assertThatThrownBy(() -> PixelValues.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("expected one channel of ids");
  }

  @Test
  void refusesJpegAndSaysWhy() throws IOException {
    Path file = DrawnImages.write(folder.resolve("a.jpg"), DrawnImages.rgb(3, COLOURS));
    Path named = Files.copy(file, folder.resolve("b.png"));
    for (Path jpeg : List.of(file, named)) {
      String message =
          jpeg
              + ": is a JPEG file, which does not keep the exact values of its pixels; expected labels"
              + " as PNG, BMP, GIF, TIFF or NPY";
      assertThatThrownBy(() -> PixelColours.read(jpeg)).hasMessage(message);
      assertThatThrownBy(() -> PixelValues.read(jpeg)).hasMessage(message);
    }
  }

  @Test
  void refusesJpegWithinTiff() throws IOException {
    Path file =
        DrawnImages.tiff(folder.resolve("a.tif"), "JPEG", List.of(DrawnImages.rgb(3, COLOURS)));
    assertThatThrownBy(() -> PixelColours.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("lossless");
  }

  @Test
  void refusesSeveralPagesWhereOneIsMeant() throws IOException {
    BufferedImage page = DrawnImages.grey(2, 0, 1, 2, 3);
    Path file = DrawnImages.tiff(folder.resolve("a.tif"), "LZW", List.of(page, page, page));
    assertThatThrownBy(() -> PixelValues.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": has 3 images, expected one");
    assertThat(PixelValues.readPage(file, 2).at(3)).isEqualTo(3);
  }

  @Test
  void refusesFloatingPointTiff() throws IOException {
    BufferedImage image =
        ImageTypeSpecifier.createGrayscale(8, DataBuffer.TYPE_BYTE, false)
            .createBufferedImage(2, 1);
    assertThat(new PixelRaster(image, "grey").values().at(1)).isZero();
    BufferedImage floats =
        ImageTypeSpecifier.createInterleaved(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                new int[] {0},
                DataBuffer.TYPE_FLOAT,
                false,
                false)
            .createBufferedImage(2, 1);
    Path file = DrawnImages.tiff(folder.resolve("f.tif"), "LZW", List.of(floats));
    assertThatThrownBy(() -> PixelValues.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": labels are floating point numbers, expected whole ones");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void namesAFileThatIsCutShort(String kind) throws IOException {
    int[] indices = new Random(5).ints(64 * 64, 0, 4).toArray();
    Path file =
        DrawnImages.write(folder.resolve("a." + kind), DrawnImages.palette(64, PALETTE, indices));
    byte[] whole = Files.readAllBytes(file);
    for (int part = 1; part < 10; part++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
      assertThatThrownBy(() -> PixelValues.read(file))
          .as("%s tenths", part)
          .isInstanceOf(FormatException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void readsArraysAndTexts() throws IOException {
    Path npy = folder.resolve("a.npy");
    Files.write(npy, NpyLabels.encode(new LabelMap(2, 1, new short[] {7, 300})));
    assertThat(values(npy)).containsExactly(7, 300);
    Path text = folder.resolve("a.txt");
    Files.writeString(text, "0 12 -1\r\n 3\t4  65534 \n\n");
    assertThat(values(text)).containsExactly(0, 12, 65535, 3, 4, 65534);
    assertThat(PixelValues.read(text).height()).isEqualTo(2);
    assertThatThrownBy(() -> PixelColours.read(text))
        .hasMessage(text + ": has numbers, expected an image of colours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2\n3 | line 2 has 1 numbers, expected 2 as in the lines before",
        "1 x | line 1 has something that is no whole number up to 65535",
        "1 2\n1 2.5 | line 2 has something that is no whole number up to 65535",
        "65536 | line 1 has something that is no whole number up to 65535",
        "- | line 1 has something that is no whole number up to 65535",
        "\n\n | no numbers in it, expected a line for each row"
      })
  void namesTheLineThatIsNoRow(String textAndProblem) throws IOException {
    String[] parts = textAndProblem.split("\\|");
    Path text = folder.resolve("a.txt");
    Files.writeString(text, parts[0]);
    assertThatThrownBy(() -> PixelValues.read(text))
        .isInstanceOf(FormatException.class)
        .hasMessage(text + ":" + parts[1]);
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    Path file = folder.resolve("a.dat");
    Files.write(file, "1 2 3".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> PixelValues.read(file))
        .hasMessageContaining(file + ": not labels in a known format");
    assertThatThrownBy(() -> PixelValues.read(folder.resolve("absent.png")))
        .hasMessageContaining("absent.png: no such file");
  }
}
