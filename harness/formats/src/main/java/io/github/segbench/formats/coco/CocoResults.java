package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detections of a COCO results file, for the images of a ground truth.
 *
 * <p>The file is read as a stream, once; segmentations stay packed until their image is read. A
 * detection without a segmentation stands for the rectangle of its box and has the box's area; any
 * other has the area of its mask. Source of the form: cocodataset.org, Results format.
 */
public final class CocoResults implements StoredSegmentations {
  private static final String LIST = "results";

  private final Path file;
  private final ImageIndex images;
  private final ImageAnnotations detections;

  private CocoResults(Path file, ImageIndex images, ImageAnnotations detections) {
    this.file = file;
    this.images = images;
    this.detections = detections;
  }

  /**
   * Reads a file. A damaged mask comes to light when its image is read.
   *
   * @throws FormatException naming the file, the entry and its value, if the file is missing or no
   *     whole JSON, a key is missing or of another type, a score is no finite number, or an entry
   *     is of an image or a category that the ground truth lacks
   */
  public static CocoResults read(Path json, CocoInstances truth) {
    return read(json, truth.index(), truth.labels());
  }

  /**
   * Reads the results of a ground truth that is no COCO file.
   *
   * @param images all that there may be detections of, each id once
   * @param labels the categories that there may be detections of
   */
  public static CocoResults read(Path json, List<CocoImage> images, LabelSet labels) {
    return read(json, new ImageIndex(json, images), labels);
  }

  private static CocoResults read(Path json, ImageIndex images, LabelSet labels) {
    AnnotationTable table = JsonCursor.read(json, CocoResults::readDetections);
    return new CocoResults(json, images, new ImageAnnotations(json, LIST, table, images, labels));
  }

  private static AnnotationTable readDetections(JsonCursor json) {
    if (!json.isArray()) {
      throw json.unexpected("the file", "results: an array of detections");
    }
    return new AnnotationReader(true).read(json, LIST);
  }

  /** The file that was read. */
  public Path file() {
    return file;
  }

  /** Number of detections. */
  public int size() {
    return detections.size();
  }

  /** Number of detections that have a box but no segmentation. */
  public int boxesAlone() {
    return detections.boxesAlone();
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.INSTANCE);
  }

  /** All images of the ground truth: in COCO's form, one without detections is not missing. */
  @Override
  public List<String> images() {
    return images.names();
  }

  /** The detections of an image in the order of the file, none if it has none of it. */
  @Override
  public Optional<Segmentations> read(String image) {
    int index = images.indexOf(image);
    return index < 0
        ? Optional.empty()
        : Optional.of(Segmentations.of(detections.read(index, AnnotationRow.ABSENT)));
  }
}
