package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.datasets.pixels.DrawnImages;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Label files that are coded by colour or by a table of values. */
final class LabelTablesTest extends DatasetReaderContract {
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;
  private static final int RED = 0xFF0000;
  private static final int PINK = 0xFF00FF;

  @TempDir private Path root;
  private TaskFixture fixture;

  @BeforeEach
  void write() throws IOException {
    fixture =
        new TaskFixture(root)
            .photo("a")
            .write("colours/a.bmp", DrawnImages.rgb(3, GREEN, GREEN, BLUE, RED, 0, BLUE))
            .write("values/a.png", DrawnImages.grey(3, 0, 128, 255, 255, 128, 0));
  }

  @Override
  protected DatasetReader reader() {
    return new FolderReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("all", colours(Map.of("#000000", "void")));
  }

  private static Map<String, Object> colours(Map<String, String> table) {
    Map<String, Object> options = new HashMap<>();
    options.put("labels", "colours/{id}.bmp");
    options.put("coding", "colours");
    options.put("table", table);
    return options;
  }

  private static Map<String, Object> values(Map<String, String> table) {
    return Map.of("labels", "values/{id}.png", "table", table);
  }

  private AbstractThrowableAssert<?, ?> failure(Map<String, ?> options) {
    return assertThatThrownBy(() -> fixture.first(options)).isInstanceOf(DatasetException.class);
  }

  @Test
  void takesTheColoursOfTheLabelSetAndThoseOfTheTable() {
    assertThat(TaskFixture.ids(fixture.first(colours(Map.of("#000000", "void")))))
        .containsExactly(0, 0, 1, 2, 9, 1);
  }

  @Test
  void namesFileColourAndPixelThatStandForNothing() {
    failure(colours(Map.of()))
        .hasMessage(
            fixture.path("colours/a.bmp")
                + ": colour #000000 at x=1 y=1 stands for no label, expected one of 4 colours");
  }

  @Test
  void takesNoOwnColourOfACategoryThatTheTableNames() {
    // The sky is pink here, so blue is no longer the sky.
    failure(colours(Map.of("#000000", "void", "#ff00ff", "sky")))
        .hasMessageContaining("colour #0000ff at x=2 y=0");
  }

  @Test
  void takesAllOtherColoursWhereTheTableSaysSo() throws IOException {
    fixture.write("colours/a.bmp", DrawnImages.rgb(3, GREEN, PINK, BLUE, RED, 0, 0x123456));
    assertThat(TaskFixture.ids(fixture.first(colours(Map.of("other", "void")))))
        .containsExactly(0, 9, 1, 2, 9, 9);
  }

  @Test
  void mapsRawValues() {
    Map<String, String> table = Map.of("0", "ground", "128", "void", "255", "cat");
    assertThat(TaskFixture.ids(fixture.first(values(table)))).containsExactly(0, 9, 3, 3, 9, 0);
    assertThat(TaskFixture.ids(fixture.first(values(Map.of("0", "sky", "other", "car")))))
        .containsExactly(1, 2, 2, 2, 2, 1);
  }

  @Test
  void namesTheFirstPixelOfAValueThatTheTableLacks() {
    failure(values(Map.of("0", "ground", "255", "cat")))
        .hasMessage(
            fixture.path("values/a.png") + ": label 128 at x=1 y=0, expected one of 0, 255");
  }

  @Test
  void refusesTablesThatSayNothing() {
    failure(values(Map.of("0", "dog")))
        .hasMessage("table: '0' is 'dog', expected void or a category of 'four'");
    failure(values(Map.of("#000000", "cat")))
        .hasMessage("table: '#000000' is no value, expected a number of 0 to 65535");
    failure(values(Map.of("65536", "cat"))).hasMessageContaining("'65536' is no value");
    failure(colours(Map.of("0", "cat"))).hasMessage("table: '0' is no colour, expected #rrggbb");
  }

  @Test
  void hasAnotherFingerprintWithAnotherTable() {
    String one = fixture.open(values(Map.of("0", "ground", "other", "cat"))).fingerprint();
    String two = fixture.open(values(Map.of("0", "ground", "other", "car"))).fingerprint();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void takesImageNamesFromListsWhateverFoldersAndEndingsTheyHave() throws IOException {
    fixture
        .photo("1_1_s")
        .photo("b.v2")
        .write("values/1_1_s.png", DrawnImages.grey(3, 0, 0, 0, 0, 0, 0))
        .write("values/b.v2.png", DrawnImages.grey(3, 0, 0, 0, 0, 0, 0));
    Files.createDirectories(fixture.path("lists"));
    Files.writeString(fixture.path("lists/test.txt"), "Images/1_1_s.bmp\r\nb.v2 1\n# a.png\n");
    Map<String, Object> options =
        Map.of(
            "labels", "values/{id}.png",
            "table", Map.of("other", "ground"),
            "list", "lists/{split}.txt",
            "all", "all");
    DatasetReader reader = reader();
    assertThat(reader.splits(fixture.spec("all", options))).containsExactly("all", "test");
    assertThat(reader.open(fixture.spec("test", options)).samples())
        .extracting(Sample::id)
        .containsExactly("1_1_s", "b.v2");
    assertThat(reader.open(fixture.spec("all", options)).samples()).hasSize(3);
    Files.writeString(fixture.path("lists/test.txt"), "Images/1_1_s.bmp\n1_1_s\n");
    assertThatThrownBy(() -> reader.open(fixture.spec("test", options)))
        .hasMessage(fixture.path("lists/test.txt") + ": id '1_1_s' stands twice");
    assertThatThrownBy(() -> reader.open(fixture.spec("val", options)))
        .hasMessage("data set tiny: unknown split 'val', expected one of [all, test]");
  }

  @Test
  void needsListsWhereThereIsASplitOfAll() {
    failure(Map.of("labels", "values/{id}.png", "all", "all"))
        .hasMessageContaining("option all needs splits that are told apart by a list alone");
  }
}
