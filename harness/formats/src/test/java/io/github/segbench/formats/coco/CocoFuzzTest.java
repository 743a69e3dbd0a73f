package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: each is refused with one line that names it, or read as sound data. */
final class CocoFuzzTest {
  private static final String TRUTH =
      CocoFixture.truth(
          "{'id': 1, 'image_id': 9, 'category_id': 90, 'iscrowd': 0, 'area': 8.5,"
              + " 'segmentation': [[0.5, 0, 3, 0.25, 3, 4]], 'bbox': [0.5, 0, 2.5, 4]},"
              + " {'id': 2, 'image_id': 2, 'category_id': 1, 'iscrowd': 1,"
              + " 'segmentation': {'size': [3, 6], 'counts': [4, 8, 6]}}");
  private static final String RESULTS =
      "[{'image_id': 9, 'category_id': 90, 'score': 0.875,"
          + " 'segmentation': {'size': [4, 5], 'counts': '488'}},"
          + " {'image_id': 2, 'category_id': 1, 'score': 1e-3, 'bbox': [0, 1.5, 2, 1]}]";
  private static final String PANOPTIC =
      "{'images': [{'id': 'a_1', 'width': 3, 'height': 2, 'file_name': 'a.jpg'}], 'annotations':"
          + " [{'image_id': 'a_1', 'file_name': 'a.png', 'segments_info': [{'id': 3, 'area': 2,"
          + " 'category_id': 7, 'iscrowd': 0, 'bbox': [0, 0, 1, 1]}]}],"
          + " 'categories': [{'id': 7, 'name': 'road', 'isthing': 0, 'color': [1, 2, 3]}]}";
  private static final byte[] LIKELY =
      "\"{}[]:,.-+0123456789eENaInfinitynulltrue\\u \n\0\u00ff"
          .getBytes(StandardCharsets.ISO_8859_1);

  private final Random random = new Random(31);

  @TempDir private Path folder;

  @Test
  void refusesOrReadsDamagedGroundTruth() throws IOException {
    assertSound(TRUTH, 1_500, file -> () -> CocoInstances.read(file));
  }

  @Test
  void refusesOrReadsDamagedResults() throws IOException {
    CocoInstances truth = CocoFixture.instances(folder, "");
    assertSound(RESULTS, 1_200, file -> () -> CocoResults.read(file, truth));
  }

  @Test
  void refusesOrReadsDamagedPanopticFiles() throws IOException {
    assertSound(PANOPTIC, 1_000, file -> () -> CocoPanoptic.read(new PanopticFiles(file, folder)));
  }

  private interface Reading {
    Supplier<StoredSegmentations> of(Path file);
  }

  private void assertSound(String json, int trials, Reading reading) throws IOException {
    byte[] whole = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("fuzz.json");
    int refused = 0;
    for (int trial = 0; trial < trials; trial++) {
      // The longest prefix is the file without its last bracket.
      byte[] damaged = trial < whole.length ? Arrays.copyOf(whole, trial) : mutate(whole);
      Files.write(file, damaged);
      try {
        StoredSegmentations stored = reading.of(file).get();
        stored.images().forEach(stored::read);
        assertThat(trial)
            .as("a file that is cut off was read")
            .isGreaterThanOrEqualTo(whole.length);
      } catch (FormatException e) {
        refused++;
        assertThat(e.getMessage()).contains(folder.toString()).doesNotContain("\n", "\r");
      }
    }
    assertThat(refused).isBetween(trials / 4, trials);
  }

  private byte[] mutate(byte[] whole) {
    byte[] damaged = whole.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = LIKELY[random.nextInt(LIKELY.length)];
        case 2 -> {
          // A piece is left out, or stands twice.
          int other = random.nextInt(damaged.length);
          byte[] moved = Arrays.copyOf(damaged, at + damaged.length - other);
          System.arraycopy(damaged, other, moved, at, damaged.length - other);
          damaged = moved.length == 0 ? damaged : moved;
        }
        default -> {
          // A digit becomes another, or a number grows by one.
          while (at < damaged.length - 1 && (damaged[at] < '0' || damaged[at] > '9')) {
            at++;
          }
          byte[] grown = Arrays.copyOf(damaged, damaged.length + 1);
          System.arraycopy(damaged, at, grown, at + 1, damaged.length - at);
          grown[at] = (byte) ('0' + random.nextInt(10));
          damaged = grown;
        }
      }
    }
    return damaged;
  }
}
