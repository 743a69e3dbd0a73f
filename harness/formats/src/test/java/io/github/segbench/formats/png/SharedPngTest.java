package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.segmentation.LabelMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Label and panoptic PNG files of real data sets, a sample of those at hand, against ImageIO. */
final class SharedPngTest {
  @ParameterizedTest
  @ValueSource(strings = {"cases", "data"})
  void readsRealFilesAsImageIoDoes(String folder) throws IOException {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), folder);
    assumeTrue(Files.isDirectory(root), () -> "no folder " + root);
    int compared = 0;
    List<Path> files = pngFiles(root);
    // One after another differs little within a folder; a prime step takes some of each.
    for (int f = 0; f < files.size(); f += files.size() < 150 ? 3 : 17) {
      Path file = files.get(f);
      byte[] encoded = Files.readAllBytes(file);
      PngHeader header = PngHeader.of(encoded, file.toString());
      if (header.colourType() == PngHeader.RGB && header.bitDepth() == 8) {
        int[] samples = RandomPng.imageIo(encoded);
        int[] ids = PanopticPng.decode(encoded, file.toString()).ids();
        for (int i = 0; i < ids.length; i++) {
          int expected = samples[3 * i] | samples[3 * i + 1] << 8 | samples[3 * i + 2] << 16;
          if (ids[i] != expected) {
            assertThat(ids[i]).as("%s, pixel %d", file, i).isEqualTo(expected);
          }
        }
        compared++;
      } else if (header.colourType() == PngHeader.GREY
          || header.colourType() == PngHeader.PALETTE) {
        LabelMap map = LabelPng.decode(encoded, file.toString());
        int[] expected = RandomPng.imageIo(encoded);
        short[] ids = map.labels();
        assertThat(ids).hasSameSizeAs(expected);
        for (int i = 0; i < ids.length; i++) {
          if ((ids[i] & 0xFFFF) != expected[i]) {
            assertThat(ids[i] & 0xFFFF).as("%s, pixel %d", file, i).isEqualTo(expected[i]);
          }
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static List<Path> pngFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
    }
  }
}
