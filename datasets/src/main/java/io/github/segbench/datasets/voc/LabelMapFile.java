package io.github.segbench.datasets.voc;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.pixels.ColourTable;
import io.github.segbench.formats.VocColours;
import io.github.segbench.formats.labels.IdTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A data set's {@code labelmap.txt}, which names the colours of its classes in lines such as {@code
 * person:192,128,128::}.
 *
 * <p>Source of the file: CVAT, Segmentation mask format; openvinotoolkit/datumaro, Pascal VOC
 * format. What they call {@code ignored} is void.
 */
final class LabelMapFile {
  /** Ids 0 to 255 in VOC's own colours; 255 is void. */
  static final ColourTable VOC = voc();

  private static final String FILE = "labelmap.txt";
  private static final String VOID = "ignored";
  private static final Pattern LINE =
      Pattern.compile("([^:]+):\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(:.*)?");

  private LabelMapFile() {}

  private static ColourTable voc() {
    Map<Integer, Integer> ids = new HashMap<>();
    for (int id = 0; id <= 255; id++) {
      ids.put(VocColours.of(id), id);
    }
    return new ColourTable(ids, IdTable.NONE, "one of VOC's 256 colours");
  }

  /**
   * The colours of a data set's {@code labelmap.txt}, or VOC's where there is no such file.
   *
   * @throws DatasetException if a line is malformed or a colour stands twice
   */
  static ColourTable of(Path root, LabelSet labels) {
    Path file = root.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return VOC;
    }
    Map<Integer, Integer> ids = new HashMap<>();
    // Also those of names that the labels lack: what they mark must not count as another class.
    Set<Integer> colours = new HashSet<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String where = file + ":" + (i + 1) + ": ";
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || IntStream.of(2, 3, 4).anyMatch(c -> channel(parts, c) > 255)) {
          throw new DatasetException(where + "expected NAME:RED,GREEN,BLUE, found '" + line + "'");
        }
        int colour = channel(parts, 2) << 16 | channel(parts, 3) << 8 | channel(parts, 4);
        id(parts.group(1).strip(), labels).ifPresent(id -> ids.put(colour, id));
        if (!colours.add(colour)) {
          throw new DatasetException(where + "the colour of '" + line + "' stands twice");
        }
      }
    }
    return new ColourTable(
        ids, IdTable.NONE, "that of a category of labels '" + labels.id() + "' in " + file);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static int channel(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** The id of a name, empty where the labels have none: that matters once it is met. */
  private static Optional<Integer> id(String name, LabelSet labels) {
    Optional<Integer> id = labels.byName(name).map(Category::id);
    return id.isEmpty() && name.equals(VOID) && labels.ignoreId().isPresent()
        ? Optional.of(labels.ignoreId().getAsInt())
        : id;
  }
}
