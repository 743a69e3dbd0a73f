package io.github.segbench.formats.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpzFileTest {
  /** Written by NumPy 1.24's savez_compressed: first (2, 3) as uint16, second (3, 2) as int64. */
  private static final String NUMPY =
      "UEsDBBQAAAAIAAAAIQA4aLyeUgAAAIwAAAAJABQAZmlyc3QubnB5AQAQAIwAAAAAAAAAUgAAAAAAAACb"
          + "7BfqGxDJyFDGUK2eklqcXKRupaBuU2qkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrG"
          + "mjoKtQpkAy4GBkYGJgZ2Bm4GHUYAUEsDBBQAAAAIAAAAIQBdd3sqVQAAALAAAAAKABQAc2Vjb25kLm5w"
          + "eQEAEACwAAAAAAAAAFUAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNpoa6joJ6WX1RSlJgXn1+U"
          + "kgoSDykqTQUKF2ckFqQCuRrGOgpGmjoKtQrkAy4GKGCE0kxQmh1Kc0NpHagCAFBLAQIUAxQAAAAIAAAA"
          + "IQA4aLyeUgAAAIwAAAAJAAAAAAAAAAAAAACAAQAAAABmaXJzdC5ucHlQSwECFAMUAAAACAAAACEAXXd7"
          + "KlUAAACwAAAACgAAAAAAAAAAAAAAgAGNAAAAc2Vjb25kLm5weVBLBQYAAAAAAgACAG8AAAAeAQAAAAA=";

  private static final byte[] ONE_TWO = NpyFixture.npy("|u1", false, "1, 2", 1, 2);
  private static final byte[] THREE_FOUR = NpyFixture.npy("|u1", false, "1, 2", 3, 4);

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void placeFile() {
    path = folder.resolve("a.npz");
  }

  private NpzFile open(byte[] bytes) {
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return NpzFile.open(path);
  }

  private static Map<String, byte[]> entries(String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, entries.isEmpty() ? ONE_TWO : THREE_FOUR);
    }
    return entries;
  }

  @Test
  void readsWhatNumpyItselfWrites() {
    NpzFile file = open(Base64.getDecoder().decode(NUMPY));
    assertThat(file.keys()).containsExactly("first", "second");
    assertThat(NpyFixture.ids(file.read("first"))).containsExactly(0, 1, 2, 7, 11, 300);
    assertThat(NpyFixture.ids(file.read("second"))).containsExactly(0, 7, 1, 11, 2, 300);
  }

  @Test
  void takesTheOnlyArrayWhateverItsName() {
    NpzFile file = open(NpyFixture.npz(entries("anything.npy", "readme.txt")));
    assertThat(file.keys()).containsExactly("anything");
    assertThat(NpyFixture.ids(file.readOnly())).containsExactly(1, 2);
  }

  @Test
  void takesTheUsualNameOfSeveralAndNotTheFirst() {
    NpzFile file = open(NpyFixture.npz(entries("arr_0.npy", "pred.npy")));
    assertThat(NpyFixture.ids(file.readOnly())).containsExactly(3, 4);
  }

  @Test
  void refusesToGuessBetweenArrays() {
    NpzFile file =
        open(NpyFixture.npz(entries("a.npy", "b.npy", "c.npy", "d.npy", "e.npy", "f.npy")));
    assertThatThrownBy(file::readOnly)
        .isInstanceOf(FormatException.class)
        .hasMessage(
            path
                + ": 6 arrays (a, b, c, d, e, ...), expected one, or one of the names labels,"
                + " label, prediction, pred, segmentation, mask, arr_0");
  }

  @Test
  void namesFileAndArrayOfWhatIsWrong() {
    byte[] bad = NpyFixture.npy("<i4", false, "1, 2", 1, -7);
    NpzFile file = open(NpyFixture.npz(Map.of("x.npy", bad)));
    assertThatThrownBy(() -> file.read("x"))
        .hasMessage(
            path
                + ": array 'x': value -7 at x=1 y=0, expected a whole number 0..65535, or -1 for"
                + " void");
    assertThatThrownBy(() -> file.read("y")).hasMessage(path + ": array 'y' is not there");
  }

  @Test
  void refusesFilesThatAreNoZipOrHaveNoArray() {
    assertThatThrownBy(() -> NpzFile.open(path)).hasMessage(path + ": no such file");
    assertThatThrownBy(() -> open(new byte[0]))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(path + ": cannot be read as a zip file");
    assertThatThrownBy(() -> open(ONE_TWO))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(path + ": cannot be read as a zip file");
    assertThatThrownBy(() -> open(NpyFixture.npz(entries("labels.png"))))
        .hasMessage(path + ": no array in it, expected .npy entries");
  }

  /** Every array of a damaged file is refused or what it was; only its name may have changed. */
  @Test
  void survivesDamagedFiles() {
    byte[] whole = Base64.getDecoder().decode(NUMPY);
    NpzFile intact = open(whole);
    LabelMap first = intact.read("first");
    LabelMap second = intact.read("second");
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 1_000; round++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(2); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (round % 10 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      try {
        NpzFile file = open(bytes);
        for (String key : file.keys()) {
          assertThat(file.read(key)).isIn(first, second);
        }
      } catch (FormatException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(path.toString()).doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(300, 999);
  }
}
