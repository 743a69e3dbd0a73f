package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    new Random(path.hashCode()).nextBytes(pixels);
    return file(path, ImageCodec.encodePng(new RgbImage(WIDTH, HEIGHT, pixels)));
  }

  /** Writes labels that are 0 but for void (9) in the first pixel and {@code id} in the last. */
  FolderFixture labels(String path, int id) throws IOException {
    return labels(path, id, WIDTH, HEIGHT);
  }

  FolderFixture labels(String path, int id, int width, int height) throws IOException {
    short[] ids = new short[width * height];
    ids[0] = 9;
    ids[ids.length - 1] = (short) id;
    return file(path, LabelPng.encode(new LabelMap(width, height, ids)));
  }

  FolderFixture file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
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
