package io.github.segbench.formats.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CityscapesInstanceResultsTest {
  private static final String IMAGE = "ulm_000001_000019";

  @TempDir private Path folder;
  private Path text;

  @BeforeEach
  void placeMasks() throws IOException {
    text = folder.resolve("lists/" + IMAGE + "_pred.txt");
    Files.createDirectories(folder.resolve("masks"));
    Files.createDirectories(folder.resolve("lists"));
    place("masks/left.png", 2, 255, 0);
    place("masks/right.png", 2, 0, 1);
    place("masks/empty.png", 2, 0, 0);
    place("masks/large.png", 3, 1, 1, 1);
    place("lists/near.png", 2, 300, 9);
  }

  private void place(String name, int width, int... pixels) throws IOException {
    short[] ids = new short[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      ids[i] = (short) pixels[i];
    }
    Files.write(folder.resolve(name), LabelPng.encode(new LabelMap(width, 1, ids)));
  }

  private Optional<Segmentations> read(byte[] lines) {
    try {
      Files.write(text, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CityscapesInstanceResults stored = CityscapesInstanceResults.open(folder);
    assertThat(stored.images()).containsExactly(IMAGE);
    return stored.read(IMAGE);
  }

  private List<Instance> instances(String lines) {
    return read(lines.getBytes(StandardCharsets.UTF_8))
        .orElseThrow()
        .instance()
        .orElseThrow()
        .instances();
  }

  private void assertRefused(String lines, String message) {
    assertThatThrownBy(() -> instances(lines))
        .isInstanceOf(FormatException.class)
        .hasMessage(text + message);
  }

  @Test
  void readsDetectionsInTheOrderOfTheLines() {
    assertThat(
            instances("../masks/right.png 26 0.5\n../masks/left.png 24.0 1e-3\r\nnear.png 33 -2"))
        .containsExactly(
            Instance.detection(26, 0.5, Mask.ofCounts(2, 1, new int[] {1, 1})),
            Instance.detection(24, 0.001, Mask.ofCounts(2, 1, new int[] {0, 1, 1})),
            Instance.detection(33, -2, Mask.ofCounts(2, 1, new int[] {0, 2})));
  }

  @Test
  void leavesOutWhatTheOfficialScriptDoesNotScore() {
    // Road has no instances, caravans and license plates are not evaluated, and an empty mask is
    // none.
    String lines =
        """
        gone.png 7 0.9
        gone2.png 29 0.9
        gone3.png -1 0.9
        ../masks/empty.png 26 0.9
        ../masks/left.png 26 0.8
        """;
    assertThat(instances(lines)).extracting(Instance::score).containsExactly(0.8);
  }

  @Test
  void takesAListWithoutDetectionsAsNothingDetected() {
    assertThat(read(new byte[0])).isEmpty();
    assertThat(instances("../masks/empty.png 26 0.9\n")).isEmpty();
  }

  @Test
  void refusesMasksOutsideOfTheFolder() {
    assertRefused(
        "../../secret.png 26 0.9\n",
        ", line 1: mask ../../secret.png lies outside of the folder of results "
            + folder.toAbsolutePath());
    // A folder whose name only starts like ours is another one.
    String sibling = "../../" + folder.getFileName() + "-other/a.png";
    assertThatThrownBy(() -> instances(sibling + " 26 0.9\n"))
        .hasMessageContaining("lies outside of the folder of results");
    assertRefused("/a.png 26 0.9\n", ", line 1: mask /a.png, expected a relative path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../masks/left.png 26",
        "a b.png 26 0.9",
        "",
        " 26 0.9",
        "a.png  26 0.9",
        "a.png\t26 1"
      })
  void refusesLinesThatAreNotThreeFields(String line) {
    assertRefused(
        "near.png 26 0.5\n" + line + "\n",
        ", line 2: '"
            + line.replace('\t', '?')
            + "', expected a relative path of a mask, a label id and a confidence, with one space"
            + " between");
  }

  @ParameterizedTest
  @CsvSource({
    "26 NaN, confidence 'NaN'", "26 inf, confidence 'inf'", "26 1e999, confidence '1e999'",
    "26 0x1p3, confidence '0x1p3'", "26 1d, confidence '1d'", "26 '', confidence ''",
    "car 0.5, label id 'car'", "nan 0.5, label id 'nan'"
  })
  void refusesWhatIsNoNumber(String fields, String problem) {
    assertRefused(
        "near.png " + fields.replace("''", "") + "\n",
        ", line 1: " + problem + ", expected a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"34", "-2", "26.5", "26001", "1e300"})
  void refusesUnknownLabels(String label) {
    assertRefused(
        "near.png " + label + " 0.5\n",
        ", line 1: label id "
            + label
            + " is none of Cityscapes, expected 0..33 (of which 24 to 28 and 31 to 33 are"
            + " evaluated)");
  }

  @Test
  void refusesMissingRepeatedAndUnequalMasks() {
    assertRefused("gone.png 26 0.5\n", ", line 1: no mask " + folder.resolve("lists/gone.png"));
    assertRefused("../masks 26 0.5\n", ", line 1: no mask " + folder.resolve("masks"));
    assertRefused(
        "near.png 26 0.5\n../lists/near.png 24 0.5\n",
        ", line 2: mask " + folder.resolve("lists/near.png") + " stands twice, first in line 1");
    assertRefused(
        "near.png 26 0.5\n../masks/large.png 26 0.5\n",
        ", line 2: mask "
            + folder.resolve("masks/large.png")
            + " is 3x1, expected 2x1 as the first one has");
  }

  /** A damaged list is refused with its line, or says what it says: nothing else may happen. */
  @Test
  void survivesThousandsOfDamagedLists() {
    byte[] whole = "near.png 26 0.5\n../masks/left.png 24 0.25\n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(21);
    int refused = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        boolean syntax = random.nextBoolean();
        int value = syntax ? " \n\r./0-eN".charAt(random.nextInt(9)) : random.nextInt(256);
        bytes[random.nextInt(bytes.length)] = (byte) value;
      }
      try {
        // Files are written and masks opened in some rounds alone, as that takes long.
        if (round % 100 == 0) {
          read(bytes);
        } else {
          for (InstanceResult result : InstanceResult.parse(bytes, text, folder)) {
            assertThat(result.label().id()).isBetween(-1, 33);
            assertThat(result.confidence()).isFinite();
            assertThat(result.mask()).startsWithRaw(folder.toAbsolutePath());
          }
        }
      } catch (FormatException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(text + ", line").doesNotContain("\n", "\r", "\0");
      }
    }
    assertThat(refused).isBetween(2_000, 9_999);
  }
}
