package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.files.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Frames of 4 x 2 pixels, laid out as Cityscapes is. */
final class CityscapesFixture {
  private static final int WIDTH = 4;

  /** Two cars, a group of cars, road, a caravan, out of roi, an unlabeled pixel, the second car. */
  static final int[] INSTANCE_IDS = {26000, 26001, 26, 7, 29001, 3, 0, 26001};

  static final int[] LABEL_IDS = {26, 26, 26, 7, 29, 3, 0, 26};

  private final Path root;

  CityscapesFixture(Path root) {
    this.root = root;
  }

  Path path(String path) {
    return root.resolve(path);
  }

  CityscapesFixture file(String path, byte[] content) throws IOException {
    new Folder(root).file(path, content);
    return this;
  }

  /** An image of random pixels. */
  CityscapesFixture image(String split, String frame) throws IOException {
    String path = "leftImg8bit/" + split + "/" + city(frame) + "/" + frame + "_leftImg8bit.png";
    new Folder(root).image(path, WIDTH, LABEL_IDS.length / WIDTH);
    return this;
  }

  private static String city(String frame) {
    return frame.substring(0, frame.indexOf('_'));
  }

  /**
   * @param kind such as {@code gtFine_labelIds}
   */
  CityscapesFixture ids(String kind, String split, String frame, int... ids) throws IOException {
    String folder = kind.substring(0, kind.indexOf('_')) + "/" + split + "/" + city(frame);
    new Folder(root).ids(folder + "/" + frame + "_" + kind + ".png", WIDTH, ids);
    return this;
  }

  /** An image, its label ids and its instance ids. */
  CityscapesFixture frame(String annotations, String split, String frame) throws IOException {
    return image(split, frame)
        .ids(annotations + "_labelIds", split, frame, LABEL_IDS)
        .ids(annotations + "_instanceIds", split, frame, INSTANCE_IDS);
  }

  DatasetSpec spec(String split, LabelSet labels, Map<String, ?> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("root", root.toString());
    Options checked = new Options(new CityscapesReader().options(), all);
    return new DatasetSpec("tiny", split, labels, checked);
  }

  Dataset open(String split, LabelSet labels, Map<String, ?> options) {
    return new CityscapesReader().open(spec(split, labels, options));
  }
}
