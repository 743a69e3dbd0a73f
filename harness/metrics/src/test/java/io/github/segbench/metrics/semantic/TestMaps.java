package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small label sets and maps. */
public final class TestMaps {
  public static final int VOID = 255;

  private TestMaps() {}

  /** Categories a, b, c, ... with the given ids, void 255. */
  public static LabelSet labels(int... ids) {
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      categories.add(new Category(ids[i], String.valueOf((char) ('a' + i)), false, 0));
    }
    return new LabelSet("test", categories, VOID);
  }

  /** One row of pixels; letters are categories 0, 1, 2, ..., a dot is void. */
  public static LabelMap row(String pixels) {
    short[] labels = new short[pixels.length()];
    for (int i = 0; i < labels.length; i++) {
      char pixel = pixels.charAt(i);
      labels[i] = (short) (pixel == '.' ? VOID : pixel - 'a');
    }
    return new LabelMap(labels.length, 1, labels);
  }

  /** Runs of random lengths, from noise to one label all over. */
  public static LabelMap random(Random random, int width, int height, int... ids) {
    short[] labels = new short[width * height];
    int longest = 1 << random.nextInt(9);
    int end = 0;
    int id = 0;
    for (int i = 0; i < labels.length; i++) {
      if (i == end) {
        id = ids[random.nextInt(ids.length)];
        end = i + 1 + random.nextInt(longest);
      }
      labels[i] = (short) id;
    }
    return new LabelMap(width, height, labels);
  }

  /** Rows of pixels; letters are categories 0, 1, 2, ..., a dot is void. */
  public static LabelMap rows(String... rows) {
    short[] labels = row(String.join("", rows)).labels();
    return new LabelMap(rows[0].length(), rows.length, labels);
  }

  /**
   * The same map in bytes.
   *
   * @param map of ids up to 255
   */
  public static LabelMap inBytes(LabelMap map) {
    byte[] bytes = new byte[map.width() * map.height()];
    for (int i = 0; i < bytes.length; i++) {
      if (map.at(i) > 0xFF) {
        throw new IllegalArgumentException("no byte: " + map.at(i));
      }
      bytes[i] = (byte) map.at(i);
    }
    return LabelMap.ofBytes(map.width(), map.height(), bytes);
  }
}
