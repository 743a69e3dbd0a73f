package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.files.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small data set on disk: images of 6 x 4 pixels and their labels. */
final class FolderFixture {
  static final int WIDTH = 6;
  static final int HEIGHT = 4;
  static final LabelSet LABELS =
      new LabelSet(
          "two",
          List.of(
              new Category(0, "ground", false, 0x00FF00), new Category(1, "car", true, 0xFF0000)),
          9);

  private final Path root;

  FolderFixture(Path root) {
    this.root = root;
  }

  /** Writes an image of random pixels. */
  FolderFixture image(String path) throws IOException {
    new Folder(root).image(path, WIDTH, HEIGHT);
    return this;
  }

  /** Writes labels that are 0 but for void (9) in the first pixel and {@code id} in the last. */
  FolderFixture labels(String path, int id) throws IOException {
    return labels(path, id, WIDTH, HEIGHT);
  }

  FolderFixture labels(String path, int id, int width, int height) throws IOException {
    int[] ids = new int[width * height];
    ids[0] = 9;
    ids[ids.length - 1] = id;
    new Folder(root).ids(path, width, ids);
    return this;
  }

  FolderFixture file(String path, byte[] content) throws IOException {
    new Folder(root).file(path, content);
    return this;
  }

  DatasetSpec spec(String split, Map<String, ?> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("root", root.toString());
    all.putIfAbsent("images", "{split}/{id}.png");
    all.putIfAbsent("labels", "{split}annot/{id}.png");
    return new DatasetSpec("tiny", split, LABELS, new Options(new FolderReader().options(), all));
  }

  Dataset open(String split, Map<String, ?> options) {
    return new FolderReader().open(spec(split, options));
  }
}
