package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.datasets.files.Folder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A small ADE20K on disk: images of 4 x 3 pixels and what annotates them. */
final class AdeFixture {
  static final int WIDTH = 4;
  static final int HEIGHT = 3;

  private final Path root;
  private final DatasetReader reader;

  AdeFixture(Path root, DatasetReader reader) {
    this.root = root;
    this.reader = reader;
  }

  /** The classes 1..150, of which those of the instance challenge are things; 0 is void. */
  static LabelSet labels() {
    return labels(150, 0);
  }

  static LabelSet labels(int count, int ignoreId) {
    List<Integer> things =
        IntStream.rangeClosed(1, 100).map(ChallengeClasses::ofThing).boxed().toList();
    List<Category> categories = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      categories.add(new Category(id, "c" + id, things.contains(id), id));
    }
    return new LabelSet("ade", categories, ignoreId);
  }

  AdeFixture image(String path) throws IOException {
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    new Random(path.hashCode()).nextBytes(pixels);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(ImageCodec.toBufferedImage(new RgbImage(WIDTH, HEIGHT, pixels)), "jpg", jpeg);
    return file(path, jpeg.toByteArray());
  }

  /** Writes a grey PNG file. */
  AdeFixture classes(String path, int... ids) throws IOException {
    new Folder(root).ids(path, WIDTH, ids);
    return this;
  }

  /** Writes an RGB PNG file. */
  AdeFixture colours(String path, int... rgb) throws IOException {
    new Folder(root).colours(path, WIDTH, rgb);
    return this;
  }

  AdeFixture file(String path, byte[] content) throws IOException {
    new Folder(root).file(path, content);
    return this;
  }

  DatasetSpec spec(String split, LabelSet labels) {
    return new DatasetSpec(
        "tiny", split, labels, new Options(reader.options(), Map.of("root", root.toString())));
  }

  DatasetSpec spec(String split) {
    return spec(split, labels());
  }

  Dataset open(String split) {
    return reader.open(spec(split));
  }

  static List<String> ids(Dataset dataset) {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  /** How many pixels each segment has, by its id, void included. */
  static Map<Integer, Integer> areas(PanopticSegmentation panoptic) {
    Map<Integer, Integer> areas = new TreeMap<>();
    for (int id : panoptic.segmentIds()) {
      areas.merge(id, 1, Integer::sum);
    }
    return areas;
  }

  /** How many pixels each class has, by its id, void included. */
  static Map<Integer, Integer> areas(LabelMap map) {
    Map<Integer, Integer> areas = new TreeMap<>();
    for (int pixel = 0; pixel < map.width() * map.height(); pixel++) {
      areas.merge(map.at(pixel), 1, Integer::sum);
    }
    return areas;
  }

  /** Segments as {@code id=category}, crowds with a star. */
  static List<String> described(PanopticSegmentation panoptic) {
    return panoptic.segments().stream().map(AdeFixture::described).toList();
  }

  private static String described(Segment segment) {
    return segment.id() + "=" + segment.category() + (segment.crowd() ? "*" : "");
  }
}
