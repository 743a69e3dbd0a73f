package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.pixels.DrawnImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of images {@code images/ID.png} and of whatever annotates them; one split, all. */
final class TaskFixture {
  static final LabelSet LABELS =
      new LabelSet(
          "four",
          List.of(
              new Category(0, "ground", false, 0x00FF00),
              new Category(1, "sky", false, 0x0000FF),
              new Category(2, "car", true, 0xFF0000),
              new Category(3, "cat", true, 0xFFFF00)),
          9);

  private final Path root;

  TaskFixture(Path root) {
    this.root = root;
  }

  Path path(String file) {
    return root.resolve(file);
  }

  TaskFixture write(String file, BufferedImage image) throws IOException {
    DrawnImages.write(root.resolve(file), image);
    return this;
  }

  /** A photo of 3 x 2 pixels. */
  TaskFixture photo(String id) throws IOException {
    return write("images/" + id + ".png", DrawnImages.rgb(3, 1, 2, 3, 4, 5, 6));
  }

  DatasetSpec spec(String split, Map<String, ?> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("root", root.toString());
    all.putIfAbsent("images", "images/{id}.png");
    if (!all.containsKey("list")) {
      all.putIfAbsent("splits", List.of("all"));
    }
    return new DatasetSpec("tiny", split, LABELS, new Options(new FolderReader().options(), all));
  }

  Dataset open(Map<String, ?> options) {
    return new FolderReader().open(spec("all", options));
  }

  Segmentations first(Map<String, ?> options) {
    return open(options).samples().get(0).load().groundTruth();
  }

  Sample sample(Map<String, ?> options) {
    return open(options).samples().get(0);
  }

  static int[] ids(Segmentations truth) {
    LabelMap map = truth.semantic().orElseThrow().labels();
    int[] ids = new int[map.width() * map.height()];
    Arrays.setAll(ids, map::at);
    return ids;
  }

  /** The objects as {@code category: pixels}, where a pixel is {@code y * width + x}. */
  static List<String> objects(Segmentations truth) {
    return truth.instance().orElseThrow().instances().stream().map(TaskFixture::object).toList();
  }

  private static String object(Instance instance) {
    boolean[] bitmap = instance.mask().toBitmap();
    StringBuilder text = new StringBuilder(instance.category() + ":");
    for (int i = 0; i < bitmap.length; i++) {
      text.append(bitmap[i] ? " " + i : "");
    }
    return text.toString();
  }
}
