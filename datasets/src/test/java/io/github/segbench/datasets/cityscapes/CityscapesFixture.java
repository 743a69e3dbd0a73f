package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

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
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** An image of random pixels. */
  CityscapesFixture image(String split, String frame) throws IOException {
    byte[] pixels = new byte[LABEL_IDS.length * RgbImage.CHANNELS];
    new Random(frame.hashCode()).nextBytes(pixels);
    return file(
        "leftImg8bit/" + split + "/" + city(frame) + "/" + frame + "_leftImg8bit.png",
        ImageCodec.encodePng(new RgbImage(WIDTH, LABEL_IDS.length / WIDTH, pixels)));
  }

  private static String city(String frame) {
    return frame.substring(0, frame.indexOf('_'));
  }

  /**
   * @param kind such as {@code gtFine_labelIds}
   */
  CityscapesFixture ids(String kind, String split, String frame, int... ids) throws IOException {
    short[] pixels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      pixels[i] = (short) ids[i];
    }
    String folder = kind.substring(0, kind.indexOf('_'));
    return file(
        folder + "/" + split + "/" + city(frame) + "/" + frame + "_" + kind + ".png",
        LabelPng.encode(new LabelMap(WIDTH, ids.length / WIDTH, pixels)));
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
