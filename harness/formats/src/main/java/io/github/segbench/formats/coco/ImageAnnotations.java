package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The annotations of a file by image, decoded an image at a time. Those of one image keep their
 * order, which decides ties. Unchangeable, so that threads may share it.
 */
final class ImageAnnotations {
  private final Path file;
  private final String list;
  private final AnnotationTable table;
  private final ImageIndex images;

  /**
   * Rows by image; those of image {@code i} lie from {@code starts[i]} to {@code starts[i + 1]}.
   */
  private final int[] rows;

  private final int[] starts;

  /**
   * @param list the name of the list in messages
   * @throws FormatException if an annotation is of an unknown image or category, or its run lengths
   *     are of another size than its image
   */
  ImageAnnotations(
      Path file, String list, AnnotationTable table, ImageIndex images, LabelSet labels) {
    this.file = file;
    this.list = list;
    this.table = table;
    this.images = images;
    int[] imageOfRow = new int[table.size()];
    starts = new int[images.size() + 1];
    for (int row = 0; row < imageOfRow.length; row++) {
      imageOfRow[row] = imageOf(row);
      requireFit(row, images.image(imageOfRow[row]), labels);
      starts[imageOfRow[row] + 1]++;
    }
    for (int i = 0; i < images.size(); i++) {
      starts[i + 1] += starts[i];
    }
    rows = new int[imageOfRow.length];
    int[] next = starts.clone();
    for (int row = 0; row < imageOfRow.length; row++) {
      rows[next[imageOfRow[row]]++] = row;
    }
  }

  private int imageOf(int row) {
    int image = images.indexOf(table.image(row));
    if (image < 0) {
      throw problem(
          row, "image_id is " + table.image(row) + ", expected an image of the ground truth");
    }
    return image;
  }

  private void requireFit(int row, CocoImage image, LabelSet labels) {
    if (labels.indexOf(table.category(row)) < 0) {
      throw problem(
          row,
          "category_id of image "
              + image.id()
              + " is "
              + table.category(row)
              + ", expected a category of the ground truth");
    }
    if (table.width(row) != 0
        && (table.width(row) != image.width() || table.height(row) != image.height())) {
      throw problem(
          row,
          "segmentation of image "
              + image.id()
              + " is "
              + table.width(row)
              + "x"
              + table.height(row)
              + ", expected "
              + image.width()
              + "x"
              + image.height());
    }
  }

  private FormatException problem(int row, String message) {
    return new FormatException(file + ": " + list + "[" + row + "]: " + message);
  }

  /** Number of annotations that are known by their box alone. */
  int boxesAlone() {
    int boxes = 0;
    for (int row = 0; row < table.size(); row++) {
      boxes += table.kind(row) == SegmentationKind.BOX ? 1 : 0;
    }
    return boxes;
  }

  int size() {
    return table.size();
  }

  /**
   * @param score of every instance; NaN to take each one's own
   * @throws FormatException if a segmentation is damaged
   */
  InstanceSegmentation read(int image, double score) {
    CocoImage size = images.image(image);
    List<Instance> instances = new ArrayList<>(starts[image + 1] - starts[image]);
    for (int i = starts[image]; i < starts[image + 1]; i++) {
      int row = rows[i];
      Mask mask;
      try {
        mask = MaskDecoder.decode(table, row, size.width(), size.height());
      } catch (IllegalArgumentException e) {
        throw problem(row, "segmentation of image " + size.id() + ": " + e.getMessage());
      }
      instances.add(instance(row, mask, Double.isNaN(score) ? table.score(row) : score));
    }
    return new InstanceSegmentation(size.width(), size.height(), instances);
  }

  private Instance instance(int row, Mask mask, double score) {
    BoundingBox box = table.hasBox(row) ? table.box(row) : mask.boundingBox();
    double area = table.area(row);
    if (Double.isNaN(area)) {
      // pycocotools, coco.py, loadRes: what is known by its box alone has the area of the box.
      boolean boxAlone = table.kind(row) == SegmentationKind.BOX;
      area = boxAlone ? box.width() * box.height() : mask.area();
    }
    return new Instance(table.category(row), score, mask, box, table.crowd(row), area);
  }
}
