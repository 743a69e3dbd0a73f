package io.github.segbench.datasets.matlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.segbench.datasets.files.Folder;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import us.hebi.matlab.mat.types.MatlabType;

final class MatlabFileTest {
  /**
   * Written by scipy.io.savemat, compressed: a struct GTcls of a cell of 20 sparse matrices
   * Boundaries, the matrix Segmentation [8 8 0; 0 15 15] and the vector CategoriesPresent [8; 15].
   */
  private static final String BY_SCIPY =
      "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFNhdCBOb3Yg"
          + "MjggMjE6MjU6NTggMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAABSU0PAAAApQAAAHic42MAAg4GBjYIxcDEAAGsUD4jEgaJuYck5xSD2SwMQlBx"
          + "MyB2yi/NS0ksykwthhrAEJyanpuaV5JYkpmfBxFxTixJTc8HqQkoSi0GygHF+ED2sCPsZ0SzXwTJ"
          + "fgao+gAGhHpWJLfB3M+MZg6MFmDABJyj5o6aO2ruqLmj5o6aO0jMtUAylxNJHzZzmeBqOfgZ+CH6"
          + "DQjoZ0TRzwTSyQAAeU0g4g==";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.mat");
  }

  private MatlabFile read(byte[] content) throws IOException {
    Files.write(file, content);
    return MatlabFile.read(file);
  }

  @Test
  void readsWhatScipyWrote() throws IOException {
    MatlabFile mat = read(Base64.getDecoder().decode(BY_SCIPY));
    assertThat(mat.labels("GTcls", "Segmentation")).isEqualTo(Folder.map(3, 8, 8, 0, 0, 15, 15));
    assertThat(mat.numbers("GTcls", "CategoriesPresent")).containsExactly(8, 15);
  }

  @ParameterizedTest
  @EnumSource(names = {"UInt8", "UInt16", "Int32", "Int64", "Single", "Double"})
  void takesNumbersOfAnyType(MatlabType type) throws IOException {
    MatlabFile mat = read(MatFiles.bytes("m", MatFiles.matrix(type, 2, 0, 1, 2, 3, 200, 255)));
    assertThat(mat.labels("m")).isEqualTo(Folder.map(2, 0, 1, 2, 3, 200, 255));
  }

  @ParameterizedTest
  @EnumSource(names = {"UInt16", "Double"})
  void takesIdsBeyondAByte(MatlabType type) throws IOException {
    MatlabFile mat = read(MatFiles.bytes("m", MatFiles.matrix(type, 2, 459, 65535)));
    assertThat(mat.labels("m")).isEqualTo(Folder.map(2, 459, 65535));
  }

  @Test
  void readsFilesThatAreNotCompressed() throws IOException {
    byte[] plain = MatFiles.bytes("m", MatFiles.matrix(MatlabType.UInt8, 2, 1, 2, 3, 4), 0);
    assertThat(read(plain).labels("m")).isEqualTo(Folder.map(2, 1, 2, 3, 4));
    // The flags of the matrix follow the header of 128 bytes and a tag of 8.
    plain[136] = 7;
    assertThatThrownBy(() -> read(plain))
        .hasMessage(file + ": corrupt MATLAB 5 file (a matrix that does not begin with its flags)");
  }

  @Test
  void refusesWhatIsNoId() throws IOException {
    MatlabFile fraction =
        read(MatFiles.bytes("m", MatFiles.matrix(MatlabType.Double, 2, 1, 2.5, 3, 4)));
    // Elements are counted down the columns: 1, 3, 2.5, 4.
    assertThatThrownBy(() -> fraction.labels("m"))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": 'm' has 2.5 as element 2, expected whole numbers 0..65535");
    MatlabFile negative = read(MatFiles.bytes("m", MatFiles.matrix(MatlabType.Int8, 1, -1)));
    assertThatThrownBy(() -> negative.numbers("m")).hasMessageContaining("has -1.0 as element 0");
    MatlabFile large = read(MatFiles.bytes("m", MatFiles.matrix(MatlabType.Int32, 1, 65536)));
    assertThatThrownBy(() -> large.numbers("m")).hasMessageContaining("has 65536.0 as element 0");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    MatlabFile mat =
        read(MatFiles.bytes("GTcls", MatFiles.struct().set("Other", MatFiles.column(1, 2))));
    assertThatThrownBy(() -> mat.labels("LabelMap"))
        .hasMessage(file + ": variable 'LabelMap' is missing, expected it beside [GTcls]");
    assertThatThrownBy(() -> mat.labels("GTcls", "Segmentation"))
        .hasMessage(file + ": 'GTcls.Segmentation' is missing, expected a struct with that field");
    assertThatThrownBy(() -> mat.labels("GTcls"))
        .hasMessage(file + ": 'GTcls' is a struct, expected a matrix of numbers");
    MatlabFile empty = read(MatFiles.bytes("m", MatFiles.column()));
    assertThat(empty.numbers("m")).isEmpty();
    assertThatThrownBy(() -> empty.labels("m")).hasMessageContaining("is 0x0, expected pixels");
  }

  @Test
  void namesAFileThatIsMissingOrNoMatlabFile() {
    assertThatThrownBy(() -> MatlabFile.read(file)).hasMessage(file + ": no such file");
    assertThatThrownBy(() -> read("MATLAB 7.3 MAT-file".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": corrupt MATLAB 5 file (");
  }

  @Test
  void neverFailsButByNamingTheFile() {
    byte[] sound = Base64.getDecoder().decode(BY_SCIPY);
    Random random = new Random(5);
    for (int round = 0; round < 1000; round++) {
      byte[] damaged = sound.clone();
      for (int flips = random.nextInt(3) + 1; flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (round % 5 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      byte[] content = damaged;
      Throwable failure = catchThrowable(() -> read(content).labels("GTcls", "Segmentation"));
      if (failure != null) {
        assertThat(failure)
            .as("round " + round)
            .isInstanceOf(FormatException.class)
            .hasMessageStartingWith(file.toString());
      }
    }
  }
}
