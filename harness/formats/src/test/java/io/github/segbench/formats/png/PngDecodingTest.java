package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** {@link LabelPng} and {@link PanopticPng} against ImageIO and a naive decoder. */
final class PngDecodingTest {
  /** What a file of labels or segments holds, or nothing if it is refused. */
  private static Optional<int[]> decode(byte[] file, boolean segments) {
    try {
      return Optional.of(segments ? PanopticPng.decode(file, "x.png").ids() : labels(file));
    } catch (FormatException e) {
      assertThat(e).hasMessageStartingWith("x.png: ").hasMessageNotContaining("\n");
      return Optional.empty();
    }
  }

  private static int[] labels(byte[] file) {
    LabelMap map = LabelPng.decode(file, "x.png");
    assertThat(map.hasBytes()).isEqualTo(PngHeader.of(file, "x.png").bitDepth() <= 8);
    int[] ids = new int[map.width() * map.height()];
    Arrays.setAll(ids, i -> map.at(i % map.width(), i / map.width()));
    return ids;
  }

  private static int[] ids(int[] samples, int channels) {
    int[] ids = new int[samples.length / channels];
    for (int i = 0; i < ids.length; i++) {
      for (int c = 0; c < channels && c < 3; c++) {
        ids[i] |= samples[i * channels + c] << (8 * c);
      }
    }
    return ids;
  }

  private static PngHeader header(Random random, boolean segments) {
    return segments ? RandomPng.segments(random) : RandomPng.labels(random);
  }

  @Test
  void readsEveryKindOfFileAsImageIoDoes() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 2_000; i++) {
      boolean segments = i % 3 == 0;
      RandomPng png = RandomPng.of(random, header(random, segments));
      int[] expected = ids(png.samples(), png.channels());
      assertThat(ids(RandomPng.imageIo(png.file()), png.channels())).isEqualTo(expected);
      assertThat(decode(png.file(), segments)).as("%s", png.header()).hasValue(expected);
    }
  }

  @Test
  void refusesDamagedFilesOrReadsThemAsTheyWere() {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      boolean segments = i % 3 == 0;
      RandomPng png = RandomPng.of(random, header(random, segments));
      byte[] damaged = png.file().clone();
      int flips = 1 + random.nextInt(3);
      for (int k = 0; k < flips; k++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      Optional<int[]> actual = decode(damaged, segments);
      if (actual.isPresent()) {
        assertThat(actual).as("file %d", i).hasValue(ids(png.samples(), png.channels()));
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_500);
  }

  @Test
  void readsOrRefusesDamagedDataUnderRightChecksumsAsANaiveDecoderDoes() {
    Random random = new Random(8);
    int accepted = 0;
    for (int i = 0; i < 5_000; i++) {
      PngHeader drawn = header(random, false);
      PngHeader header =
          new PngHeader(drawn.width(), drawn.height(), drawn.bitDepth(), drawn.colourType(), false);
      RandomPng png = RandomPng.of(random, header);
      byte[] data = compressed(png.file());
      int flips = 1 + random.nextInt(3);
      for (int k = 0; k < flips; k++) {
        int at = random.nextBoolean() ? random.nextInt(data.length) : data.length / 2;
        data[at] ^= (byte) (1 << random.nextInt(8));
      }
      int length = header.height() * (int) (header.rowBytes(header.width()) + 1);
      byte[] mended =
          DamagedStream.mended(Arrays.copyOf(data, data.length - Integer.BYTES), length);
      Optional<int[]> expected = NaivePng.samples(header, mended);
      Optional<int[]> actual = decode(RandomPng.file(random, header, mended), false);
      assertThat(actual.isPresent()).as("file %d", i).isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        accepted++;
        assertThat(actual.orElseThrow()).as("file %d", i).isEqualTo(expected.get());
      }
    }
    assertThat(accepted).isBetween(250, 4_750);
  }

  @Test
  void refusesDamagedHeadersUnderRightChecksumsOrReadsThemAsImageIoDoes() throws IOException {
    Random random = new Random(9);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      RandomPng png = RandomPng.of(random, header(random, false));
      byte[] damaged = png.file().clone();
      damaged[16 + random.nextInt(13)] ^= (byte) (1 << random.nextInt(8));
      CRC32 crc = new CRC32();
      crc.update(damaged, 12, 17);
      for (int k = 0; k < Integer.BYTES; k++) {
        damaged[29 + k] = (byte) (crc.getValue() >> (24 - 8 * k));
      }
      Optional<int[]> actual = decode(damaged, false);
      if (actual.isPresent()) {
        // Grey for palette: ImageIO reads such a file too.
        assertThat(actual).as("file %d", i).hasValue(RandomPng.imageIo(damaged));
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_600);
  }

  /** The content of the IDAT chunks. */
  private static byte[] compressed(byte[] file) {
    BitInput in = PngChunks.of(file, PngHeader.of(file, "x.png"), "x.png").pixels();
    return Arrays.copyOf(in.bytes, in.length);
  }
}
