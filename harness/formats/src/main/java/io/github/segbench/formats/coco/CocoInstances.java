package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth of a COCO or LVIS instances file. Images are known by their decimal id.
 *
 * <p>The file is read as a stream, once; segmentations stay packed until their image is read. An
 * object without a segmentation, or with an empty list, stands for the rectangle of its box. Source
 * of the form: cocodataset.org, Data format.
 */
public final class CocoInstances implements StoredSegmentations {
  private static final String LIST = "annotations";
  private static final double TRUTH = 1;

  private final Path file;
  private final LabelSet labels;
  private final ImageIndex images;
  private final ImageAnnotations annotations;

  private CocoInstances(Path file, Lists lists) {
    this.file = file;
    labels = CategoryReader.labels(file, required(lists.categories, "categories"));
    images = new ImageIndex(file, required(lists.images, "images"));
    AnnotationTable table = required(lists.annotations, "annotations");
    annotations = new ImageAnnotations(file, LIST, table, images, labels);
  }

  private <T> T required(@Nullable T list, String key) {
    if (list == null) {
      throw new FormatException(file + ": key '" + key + "' is missing");
    }
    return list;
  }

  /**
   * Reads a file, whatever the order of its lists. A damaged mask comes to light when its image is
   * read.
   *
   * @throws FormatException naming the file, the entry and its value, if the file is missing or no
   *     whole JSON, a key is missing or of another type, or entries contradict one another
   */
  public static CocoInstances read(Path json) {
    return new CocoInstances(json, JsonCursor.read(json, CocoInstances::readLists));
  }

  private static Lists readLists(JsonCursor json) {
    if (!json.isObject()) {
      throw json.unexpected(
          "the file", "ground truth: an object with images, annotations and categories");
    }
    Lists lists = new Lists();
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "images" -> lists.images = json.once(key, lists.images, ImageReader::read);
        case "annotations" ->
            lists.annotations = json.once(key, lists.annotations, CocoInstances::readAnnotations);
        case "categories" ->
            lists.categories = json.once(key, lists.categories, j -> CategoryReader.read(j, false));
        default -> json.skip();
      }
    }
    return lists;
  }

  private static AnnotationTable readAnnotations(JsonCursor json) {
    return new AnnotationReader(false).read(json, LIST);
  }

  /** The file that was read. */
  public Path file() {
    return file;
  }

  /** All categories; things, unless {@code isthing} says otherwise. */
  public LabelSet labels() {
    return labels;
  }

  /** The images by ascending id, which is the order in which COCO's tools score them. */
  public List<CocoImage> imageList() {
    return images.images();
  }

  /** Number of annotated objects, crowds included. */
  public int size() {
    return annotations.size();
  }

  /** Number of objects that have a box but no segmentation. */
  public int boxesAlone() {
    return annotations.boxesAlone();
  }

  ImageIndex index() {
    return images;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.INSTANCE);
  }

  /** The decimal ids of all images by ascending id, annotated or not. */
  @Override
  public List<String> images() {
    return images.names();
  }

  /**
   * The objects of an image in the order of the file, with score 1, the file's box and area (the
   * mask's where the file has none) and its crowds.
   */
  @Override
  public Optional<Segmentations> read(String image) {
    int index = images.indexOf(image);
    return index < 0
        ? Optional.empty()
        : Optional.of(Segmentations.of(annotations.read(index, TRUTH)));
  }

  /** The lists of a file as far as it has been read. */
  private static final class Lists {
    private @Nullable List<CocoImage> images;
    private @Nullable AnnotationTable annotations;
    private @Nullable List<Category> categories;
  }
}
