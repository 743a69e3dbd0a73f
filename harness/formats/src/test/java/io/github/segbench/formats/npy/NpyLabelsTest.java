package io.github.segbench.formats.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

final class NpyLabelsTest {
  /** Written by NumPy 1.24: [[0, 1, 2], [7, 11, 300]] as int64. */
  private static final String NUMPY_INT64 =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
          + "KDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAgICAgIAoAAAAAAAAAAAEAAAAAAAAAAgAAAAAAAAAHAAAAAAAAAAsAAAAAAAAALAEAAAAAAAA=";

  /** The same as big-endian uint16 in Fortran order. */
  private static final String NUMPY_FORTRAN =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPnUyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAo"
          + "MiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAgICAgIAoAAAAHAAEACwACASw=";

  /** The same as uint16 in a file of version 3. */
  private static final String NUMPY_VERSION_3 =
      "k05VTVBZAwB0AAAAeydkZXNjcic6ICc8dTInLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn"
          + "OiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAgICAgIAoAAAEAAgAHAAsALAE=";

  /** Written by NumPy 1.24: [[0, 1, 2], [7, 11, 300]] as uint16, and with 255 as uint8. */
  private static final String NUMPY_UINT16 =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
          + "KDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAgICAgIAoAAAEAAgAHAAsALAE=";

  private static final String NUMPY_UINT8 =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
          + "KDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAgICAgIAoAAQIHC/8=";

  private static LabelMap decode(byte[] bytes) {
    return NpyLabels.decode(bytes, "a.npy");
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> decode(bytes))
        .isInstanceOf(FormatException.class)
        .hasMessage("a.npy" + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {NUMPY_INT64, NUMPY_FORTRAN, NUMPY_VERSION_3})
  void readsWhatNumpyItselfWrites(String base64) {
    LabelMap map = decode(Base64.getDecoder().decode(base64));
    assertThat(map.width()).isEqualTo(3);
    assertThat(map.height()).isEqualTo(2);
    assertThat(NpyFixture.ids(map)).containsExactly(0, 1, 2, 7, 11, 300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|u1", "<u1", ">u1", "=u1", "|i1", "<u2", ">u2", "<i2", ">i2", "<u4", ">u4", "<i4", ">i4",
        "<u8", ">u8", "<i8", ">i8", "<f4", ">f4", "<f8", ">f8"
      })
  void readsEveryTypeInEitherOrder(String descriptor) {
    byte[] rows = NpyFixture.npy(descriptor, false, "2, 3", 0, 1, 2, 7, 11, 126);
    assertThat(NpyFixture.ids(decode(rows))).containsExactly(0, 1, 2, 7, 11, 126);
    // Column by column: (0, 7), (1, 11), (2, 126)
    byte[] columns = NpyFixture.npy(descriptor, true, "2, 3", 0, 7, 1, 11, 2, 126);
    assertThat(decode(columns)).isEqualTo(decode(rows));
  }

  @Test
  void readsBoolAsZeroAndOneAlone() {
    assertThat(NpyFixture.ids(decode(NpyFixture.npy("|b1", false, "1, 2", 1, 0))))
        .containsExactly(1, 0);
    assertRefused(
        NpyFixture.npy("|b1", false, "1, 2", 1, 2),
        ": value 2 at x=1 y=0, expected 0 or 1 in an array of bool");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<u2", ">u2", "<u4", ">i4", "<u8", ">i8", "<f4", "<f8"})
  void takesIdsUpTo65535(String descriptor) {
    byte[] bytes = NpyFixture.npy(descriptor, false, "1, 3", 32768, 65535, 255);
    assertThat(NpyFixture.ids(decode(bytes))).containsExactly(32768, 65535, 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8", "<f4", "<f8"})
  void turnsMinusOneIntoTheLargestId(String descriptor) {
    byte[] bytes = NpyFixture.npy(descriptor, false, "1, 3", 5, -1, 0);
    assertThat(NpyFixture.ids(decode(bytes))).containsExactly(5, 65535, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "|i1, -2, -2",
    "<i2, -32768, -32768",
    ">i4, 65536, 65536",
    "<i4, -100, -100",
    "<u4, -1, 4294967295",
    "<i8, 65536, 65536",
    ">i8, -65535, -65535",
    "<u8, -1, 18446744073709551615",
    "<f4, 0.5, 0.5",
    "<f8, 65536, 65536",
    ">f8, NaN, NaN",
    "<f8, Infinity, Infinity",
    "<f4, -3, -3",
    "<f8, 1e300, 1.0E300",
    "<f8, 4294967296, 4.294967296E9"
  })
  void namesThePixelThatIsNoId(String descriptor, double value, String shown) {
    String expected =
        ": value " + shown + " at x=2 y=1, expected a whole number 0..65535, or -1 for void";
    assertRefused(NpyFixture.npy(descriptor, false, "2, 3", 0, 0, 0, 0, 1, value), expected);
    // In columns of two the fourth value is at x = 1, y = 1.
    assertRefused(
        NpyFixture.npy(descriptor, true, "2, 3", 0, 0, 0, value, 1, 1),
        expected.replace("x=2", "x=1"));
  }

  @ParameterizedTest
  @CsvSource({
    "'2, 3', 3, 2",
    "'1, 2, 3', 3, 2",
    "'2, 3, 1', 3, 2",
    "'2, 3,', 3, 2",
    "'2L, 3L', 3, 2",
    "'1, 6, 1', 1, 6",
    "'1,1,6', 6, 1"
  })
  void takesShapesOfOneLabelAPixel(String shape, int width, int height) {
    byte[] bytes = NpyFixture.npy("|u1", false, shape, 1, 2, 3, 4, 5, 6);
    LabelMap map = decode(bytes);
    assertThat(map.width()).isEqualTo(width);
    assertThat(map.height()).isEqualTo(height);
    assertThat(NpyFixture.ids(map)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6,", "19, 2, 3", "2, 1, 3", "1, 1, 2, 3", "2, 3, 19", "2,,3", "2 3"})
  void refusesScoresAndOtherShapes(String shape) {
    assertThatThrownBy(() -> decode(NpyFixture.npy("|u1", false, shape, 1, 2, 3, 4, 5, 6)))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "a.npy: array of shape ("
                + shape
                + "), expected one label a pixel: (height, width), (1, height, width) or"
                + " (height, width, 1)");
  }

  @Test
  void refusesEmptyAndHugeArraysWithoutMemoryForThem() {
    assertRefused(
        NpyFixture.npy("|u1", false, "0, 3"), ": array of 0 rows and 3 columns has no pixel");
    // (2^31 - 9) / 8 = 268435454
    assertRefused(
        NpyFixture.npy("<i8", false, "999999999999999999, 999999999999999999"),
        ": array of 999999999999999999 rows and 999999999999999999 columns is too large,"
            + " expected at most 268435454 pixels of this type");
    assertRefused(
        NpyFixture.npy("|u1", false, "40000, 50000", 1),
        ": 1 bytes of data, expected 40000 rows x 50000 columns x 1 bytes = 2000000000");
  }

  @Test
  void refusesDataThatAreCutOrTooMany() {
    byte[] whole = NpyFixture.npy("<i4", false, "2, 3", 1, 2, 3, 4, 5, 6);
    assertRefused(
        Arrays.copyOf(whole, whole.length - 1),
        ": 23 bytes of data, expected 2 rows x 3 columns x 4 bytes = 24");
    assertRefused(
        Arrays.copyOf(whole, whole.length + 1),
        ": 25 bytes of data, expected 2 rows x 3 columns x 4 bytes = 24");
  }

  @Test
  void refusesWhatIsNoNumpyFile() {
    assertRefused(new byte[0], ": not a NumPy file (no magic at its start)");
    assertRefused(
        "{'descr': '|u1'}".getBytes(StandardCharsets.UTF_8),
        ": not a NumPy file (no magic at its start)");
    byte[] whole = NpyFixture.npy("|u1", false, "1, 1", 1);
    assertRefused(Arrays.copyOf(whole, 9), ": ends within the header of a NumPy file");
    assertRefused(Arrays.copyOf(whole, 40), ": ends within the header of a NumPy file");
    whole[6] = 4;
    assertRefused(whole, ": NumPy format 4, expected 1, 2 or 3");
  }

  @Test
  void refusesTypesThatAreNoLabels() {
    assertThatThrownBy(() -> decode(NpyFixture.npy(1, header("'|O'"), new byte[1])))
        .hasMessageStartingWith("a.npy: array of Python objects, expected labels as bool");
    assertThatThrownBy(() -> decode(NpyFixture.npy(1, header("'<f2'"), new byte[2])))
        .hasMessageStartingWith("a.npy: array of type '<f2', expected labels as bool");
    assertThatThrownBy(() -> decode(NpyFixture.npy(1, header("'|i4'"), new byte[4])))
        .hasMessageStartingWith("a.npy: array of type '|i4', expected labels as bool");
    assertRefused(
        NpyFixture.npy(1, header("[('id', '<i4')]"), new byte[4]),
        ": array of records, expected an array of labels");
  }

  private static String header(String descriptor) {
    return "{'descr': " + descriptor + ", 'fortran_order': False, 'shape': (1, 1), }";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '|u1', 'shape': (1, 1), }",
        "{'descr': '|u1', 'fortran_order': 'no', 'shape': (1, 1), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), 'extra': True}",
        "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (1, 1)}",
        "{'descr': '|u1' 'fortran_order': False, 'shape': (1, 1)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1)} and more"
      })
  void refusesMalformedHeaders(String header) {
    assertThatThrownBy(() -> decode(NpyFixture.npy(2, header, new byte[1])))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "a.npy: header is "
                + (header.length() > 80 ? header.substring(0, 80) + "..." : header)
                + ", expected {'descr': ..., 'fortran_order': ..., 'shape': ...}");
  }

  @Test
  void readsHeadersOfAnyOrderAndSpacing() {
    String header = "{\"shape\":(1,2),'fortran_order' : False , 'descr':\"|u1\"}   \n";
    assertThat(NpyFixture.ids(decode(NpyFixture.npy(2, header, new byte[] {3, 4}))))
        .containsExactly(3, 4);
  }

  @Test
  void writesWhatNumpyItselfWrites() {
    LabelMap wide = new LabelMap(3, 2, new short[] {0, 1, 2, 7, 11, 300});
    assertThat(NpyLabels.encode(wide)).isEqualTo(Base64.getDecoder().decode(NUMPY_UINT16));
    LabelMap narrow = new LabelMap(3, 2, new short[] {0, 1, 2, 7, 11, 255});
    assertThat(NpyLabels.encode(narrow)).isEqualTo(Base64.getDecoder().decode(NUMPY_UINT8));
  }

  @Test
  void writesWhatItReads(@TempDir Path folder) throws IOException {
    Random random = new Random(5);
    for (int largest : new int[] {256, 65536}) {
      short[] ids = new short[37 * 11];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (short) random.nextInt(largest);
      }
      ids[0] = (short) (largest - 1);
      LabelMap map = new LabelMap(37, 11, ids);
      Path file = folder.resolve(largest + ".npy");
      byte[] bytes = NpyLabels.encode(map);
      Files.write(file, bytes);
      LabelMap read = NpyLabels.read(file);
      assertThat(read).isEqualTo(map);
      assertThat(read.hasBytes()).isEqualTo(largest == 256);
      assertThat(NpyLabels.encode(read)).isEqualTo(bytes);
      // NumPy aligns the data at 64 bytes.
      assertThat(bytes).hasSize(128 + 37 * 11 * (largest == 256 ? 1 : 2));
    }
  }

  @Test
  void namesTheMissingFile(@TempDir Path folder) {
    Path missing = folder.resolve("gone.npy");
    assertThatThrownBy(() -> NpyLabels.read(missing)).hasMessage(missing + ": no such file");
  }

  /** A damaged file is refused, or reads as the map that its bytes say: nothing else may happen. */
  @Test
  void survivesThousandsOfDamagedFiles() {
    Random random = new Random(11);
    String[] types = {"|u1", "<u2", ">i4", "<i8", "<f4", ">f8", "|b1"};
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes =
          NpyFixture.npy(types[round % types.length], round % 2 == 0, "2, 3", 0, 1, 1, 0, 1, 0);
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 5));
      }
      try {
        LabelMap map = decode(bytes);
        assertThat(map.width() * map.height()).isEqualTo(map.labels().length).isBetween(1, 48);
      } catch (FormatException e) {
        refused++;
        assertThat(e.getMessage()).startsWith("a.npy").doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(5_000, 19_999);
  }
}
