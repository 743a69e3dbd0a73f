package io.github.segbench.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageTagsTest {
  private static final List<String> IMAGES = List.of("a", "b", "c", "d");

  @TempDir private Path folder;

  @Test
  void tagsImagesByTheirNameAndNotTheirRow() throws IOException {
    ImageTags tags = read("image,weather,time\nd,rain,\nb,rain,night\na,sun,night\nz,sun,day\n");
    assertThat(tags.byImage())
        .containsOnly(
            entry(0, Map.of("weather", "sun", "time", "night")),
            entry(1, Map.of("weather", "rain", "time", "night")),
            entry(3, Map.of("weather", "rain")));
    assertThat(tags.untagged()).containsExactly("c");
    assertThat(tags.unknown()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'weather,image\nrain,a\n'     | expected the column 'image' and then tags",
        "'image\na\n'                  | expected the column 'image' and then tags",
        "'image,x\na,1\na,2\n'         | image a stands twice, again in row 2",
        "'image,x\nq,1\n'              | has none of the images of the ground truth, such as a",
        "'image,x,x\na,1,2\n'          | no CSV table",
        "'image,x\na,1,2\n'            | row 1, image a, has 3 cells, expected 2 as in the header",
        "'image,x\n\"a\"b,1\n'         | no CSV table",
        "''                            | expected the column 'image' and then tags",
      })
  void refusesTablesThatWouldTagTheWrongImages(String csv, String message) {
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> read(csv))
        .withMessageContaining("tags.csv: ")
        .withMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoUtf8() throws IOException {
    Path file = Files.write(folder.resolve("tags.csv"), new byte[] {'i', (byte) 0xFF, '\n'});
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> ImageTags.read(file, IMAGES))
        .withMessageStartingWith(file + ": no CSV table (");
  }

  @Test
  void readsTablesThatASpreadsheetSaved() throws IOException {
    assertThat(read("\uFEFFimage,x\r\na,1\r\n").byImage()).containsOnly(entry(0, Map.of("x", "1")));
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path none = folder.resolve("none.csv");
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> ImageTags.read(none, IMAGES))
        .withMessage(none + ": no such file");
  }

  private ImageTags read(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("tags.csv"), csv);
    return ImageTags.read(file, IMAGES);
  }
}
