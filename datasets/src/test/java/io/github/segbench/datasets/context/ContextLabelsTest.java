package io.github.segbench.datasets.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContextLabelsTest {
  private static final Pattern CATEGORY = Pattern.compile("\\{id: (\\d+), name: ([^,}]+)");

  /**
   * The ids of the 59 classes among the 459, in the order of 59_labels.txt: open-mmlab's and
   * zhanghang1989's converters have them.
   */
  private static final int[] FREQUENT = {
    2, 23, 25, 31, 34, 45, 59, 65, 72, 98, 397, 113, 207, 258, 284, 308, 347, 368, 416, 427, 9, 18,
    22, 33, 44, 46, 68, 80, 85, 104, 115, 144, 158, 159, 162, 187, 189, 220, 232, 259, 260, 105,
    296, 355, 295, 324, 326, 349, 354, 360, 366, 19, 415, 420, 424, 440, 445, 454, 458
  };

  private static Map<Integer, String> shipped(String id) throws IOException {
    Path file = Path.of(System.getProperty("segbench.root", ""), "configs/labels", id + ".yaml");
    Map<Integer, String> names = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher category = CATEGORY.matcher(line);
      if (category.find()) {
        names.put(Integer.parseInt(category.group(1)), category.group(2));
      }
    }
    return names;
  }

  @Test
  void namesTheClassesAsTheirIdsSay() {
    List<String> names = ContextLabels.names();
    assertThat(names).hasSize(459).doesNotHaveDuplicates().isSorted();
    // The first twenty are VOC's objects in VOC's order, but for the table.
    assertThat(IntStream.of(FREQUENT).limit(20).mapToObj(id -> names.get(id - 1)))
        .containsExactly(
            "aeroplane",
            "bicycle",
            "bird",
            "boat",
            "bottle",
            "bus",
            "car",
            "cat",
            "chair",
            "cow",
            "table",
            "dog",
            "horse",
            "motorbike",
            "person",
            "pottedplant",
            "sheep",
            "sofa",
            "train",
            "tvmonitor");
  }

  @Test
  void agreesWithTheShippedLabelSets() throws IOException {
    List<String> names = ContextLabels.names();
    assertThat(shipped("pascal-context459").values()).containsExactlyElementsOf(names);
    List<String> frequent =
        IntStream.of(FREQUENT).sorted().mapToObj(id -> names.get(id - 1)).toList();
    assertThat(shipped("pascal-context59").values()).containsExactlyElementsOf(frequent);
    assertThat(shipped("pascal-context59")).containsEntry(1, "aeroplane").containsEntry(59, "wood");
    Map<Integer, String> sixty = shipped("pascal-context60");
    assertThat(sixty.remove(0)).isEqualTo("background");
    assertThat(sixty).isEqualTo(shipped("pascal-context59"));
  }
}
