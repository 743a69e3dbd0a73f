package io.github.segbench.engine.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A user's table of what images show, such as weather or camera. Its first column is {@code image},
 * each other one a kind of tag; an empty cell says nothing.
 *
 * @param byImage value by kind of tag, for each image by its position
 * @param untagged images that the table does not have
 * @param unknown number of rows of images that there is no ground truth of
 */
public record ImageTags(
    Map<Integer, Map<String, String>> byImage, List<String> untagged, int unknown) {
  private static final String IMAGE = "image";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          .get();

  public ImageTags {
    byImage = Map.copyOf(byImage);
    untagged = List.copyOf(untagged);
  }

  /**
   * @param file CSV in UTF-8 with a header
   * @param images ids in the order of their positions
   * @throws ScoreException if the file cannot be read, has no column {@code image} or no other, a
   *     row has more cells than there are columns, an image stands twice, or none of the images is
   *     among those of the ground truth
   */
  public static ImageTags read(Path file, List<String> images) {
    try (CSVParser table = CSVParser.parse(text(file), FORMAT)) {
      List<String> tags = new ArrayList<>(table.getHeaderNames());
      if (tags.isEmpty() || !tags.get(0).equals(IMAGE) || tags.size() < 2) {
        throw new ScoreException(
            file + ": the header is " + tags + ", expected the column 'image' and then tags");
      }
      return new Builder(file, images, tags.subList(1, tags.size())).addAll(table).build();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      boolean there = Files.exists(file);
      throw new ScoreException(
          file + (there ? ": no CSV table (" + e.getMessage() + ")" : ": no such file"), e);
    }
  }

  /** The content without the mark that spreadsheets put before UTF-8. */
  private static String text(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  /** Sorts images into slices, row by row. */
  private static final class Builder {
    private final Path file;
    private final List<String> images;
    private final List<String> tags;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Integer, Map<String, String>> byImage = new HashMap<>();
    private int unknown;

    Builder(Path file, List<String> images, List<String> tags) {
      this.file = file;
      this.images = images;
      this.tags = tags;
      images.forEach(image -> positions.put(image, positions.size()));
    }

    Builder addAll(CSVParser table) {
      for (CSVRecord row : table) {
        String image = row.get(IMAGE);
        if (row.size() > tags.size() + 1) {
          throw new ScoreException(
              file
                  + ": row "
                  + row.getRecordNumber()
                  + ", image "
                  + image
                  + ", has "
                  + row.size()
                  + " cells, expected "
                  + (tags.size() + 1)
                  + " as in the header");
        }
        if (!seen.add(image)) {
          throw new ScoreException(
              file + ": image " + image + " stands twice, again in row " + row.getRecordNumber());
        }
        Integer position = positions.get(image);
        if (position == null) {
          unknown++;
        } else {
          byImage.put(position, tags(row));
        }
      }
      return this;
    }

    private Map<String, String> tags(CSVRecord row) {
      Map<String, String> values = new HashMap<>();
      for (String tag : tags) {
        String value = row.isSet(tag) ? row.get(tag) : "";
        if (!value.isEmpty()) {
          values.put(tag, value);
        }
      }
      return values;
    }

    ImageTags build() {
      List<String> untagged = images.stream().filter(image -> !seen.contains(image)).toList();
      if (untagged.size() == images.size()) {
        throw new ScoreException(
            file + ": has none of the images of the ground truth, such as " + images.get(0));
      }
      return new ImageTags(byImage, untagged, unknown);
    }
  }
}
